/** The one typed record tree behind {@code hotline.yaml}: all its errors are reported at once. */
@NullMarked
package org.hotline115.gateway.config;

import org.jspecify.annotations.NullMarked;
