/** Places that are free now, who holds one and until when, and to whom one is promised. */
@NullMarked
package org.hotline115.callflow.board;

import org.jspecify.annotations.NullMarked;
