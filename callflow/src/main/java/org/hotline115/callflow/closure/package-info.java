/** Places that are shut for a while: by whom, why, since when and until when. */
@NullMarked
package org.hotline115.callflow.closure;

import org.jspecify.annotations.NullMarked;
