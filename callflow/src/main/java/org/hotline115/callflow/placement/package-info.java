/** Places that are promised to a household: who is expected where, and until when. */
@NullMarked
package org.hotline115.callflow.placement;

import org.jspecify.annotations.NullMarked;
