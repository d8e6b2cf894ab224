/** Who asks together, since when, and whom they speak to first. */
@NullMarked
package org.hotline115.callflow.household;

import org.jspecify.annotations.NullMarked;
