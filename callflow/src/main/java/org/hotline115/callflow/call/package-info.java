/** One caller's whole story on the line, from the first ring to exactly one outcome. */
@NullMarked
package org.hotline115.callflow.call;

import org.jspecify.annotations.NullMarked;
