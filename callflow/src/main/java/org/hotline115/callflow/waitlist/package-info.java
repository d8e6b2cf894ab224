/** Who waits for an appointment, and who is offered one that was given up, one person at a time. */
@NullMarked
package org.hotline115.callflow.waitlist;

import org.jspecify.annotations.NullMarked;
