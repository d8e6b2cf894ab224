/** Which places there are and whom they fit: what changes by the month, not by the minute. */
@NullMarked
package org.hotline115.callflow.place;

import org.jspecify.annotations.NullMarked;
