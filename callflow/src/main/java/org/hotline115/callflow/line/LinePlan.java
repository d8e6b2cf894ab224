package org.hotline115.callflow.line;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A line, when it is open, and whether who finds it closed may leave a message.
 *
 * @param cap how many may wait before a callback is offered at the door, unless a supervisor moved
 *     it; null: there is none
 * @param languageWait how long who speaks another language than French waits for an agent who
 *     speaks it
 */
public record LinePlan(
    Line line,
    OpeningHours hours,
    boolean voicemail,
    @Nullable Integer cap,
    Duration languageWait) {

  /** Anyone may ask for shelter at any time (CASF L345-2-2): the public 115 has no hours. */
  public LinePlan {
    if (line.kind() == LineKind.PUBLIC_115 && !hours.always()) {
      throw new IllegalArgumentException("a public 115 is open at all hours: take its hours out");
    }
  }

  boolean mayClose() {
    return line.kind() != LineKind.PUBLIC_115;
  }
}
