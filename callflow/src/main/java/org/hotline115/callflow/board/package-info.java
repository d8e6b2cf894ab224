/** Places that are free now, who keeps one, and until when. */
@NullMarked
package org.hotline115.callflow.board;

import org.jspecify.annotations.NullMarked;
