/** Who waits, who is there to answer, and where their phones ring. */
@NullMarked
package org.hotline115.callflow.queue;

import org.jspecify.annotations.NullMarked;
