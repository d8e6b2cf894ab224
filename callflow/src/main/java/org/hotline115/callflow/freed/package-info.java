/** Who is helped next when a place comes back: proposed in an open order, taken by a person. */
@NullMarked
package org.hotline115.callflow.freed;

import org.jspecify.annotations.NullMarked;
