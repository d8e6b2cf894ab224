/** Text messages: what may be said, what is still to be sent, and what became of it. */
@NullMarked
package org.hotline115.callflow.message;

import org.jspecify.annotations.NullMarked;
