package org.hotline115.callflow.handover;

import java.util.List;

/**
 * What somebody sees who comes on shift.
 *
 * @param entries newest first, notes nobody of theirs may miss included
 * @param tasks open ones by when they are due, then what was done lately
 */
public record Handover(List<Entry> entries, List<Task> tasks) {

  public Handover {
    entries = List.copyOf(entries);
    tasks = List.copyOf(tasks);
  }
}
