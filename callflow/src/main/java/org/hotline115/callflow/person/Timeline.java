package org.hotline115.callflow.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened with a person, newest first. Codes only: whoever needs words opens the thing.
 *
 * @param more older ones exist than are here
 */
public record Timeline(List<Entry> entries, boolean more) {

  public static final int SHOWN_MAX = 50;

  /** What it is an entry of. */
  public enum Kind {
    CONTACT,
    CALL,
    REQUEST,
    HOLD,
    PLACEMENT,
    TEXT,
    TEXT_ANSWER,
    APPOINTMENT
  }

  /**
   * One thing.
   *
   * @param at when it happened, or for an appointment when it is
   * @param status its code: how it stands, or how it ended
   * @param about more codes: kinds of a contact, template of a text, household of a request
   * @param place a name of a place group or site, never an address
   * @param nightOf the night it is about
   */
  public record Entry(
      Kind kind,
      String id,
      Instant at,
      @Nullable String status,
      List<String> about,
      @Nullable String place,
      @Nullable String nightOf) {

    public Entry {
      about = List.copyOf(about);
    }
  }

  public Timeline {
    entries = List.copyOf(entries);
  }
}
