/** What one shift leaves to the next: the log book, notes to be read, tasks with an owner. */
@NullMarked
package org.hotline115.callflow.handover;

import org.jspecify.annotations.NullMarked;
