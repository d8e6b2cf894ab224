/** Plans for cold, heat and storms: temporary places, opened and closed by a recorded decision. */
@NullMarked
package org.hotline115.callflow.surge;

import org.jspecify.annotations.NullMarked;
