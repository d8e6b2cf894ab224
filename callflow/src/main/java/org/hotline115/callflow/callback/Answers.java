package org.hotline115.callflow.callback;

import org.jspecify.annotations.Nullable;

/** What was asked by keypad where no human could be offered: all of it may stay unsaid. */
public record Answers(
    @Nullable Integer people, @Nullable Integer children, @Nullable String where) {

  public static final Answers NONE = new Answers(null, null, null);

  private static final int PEOPLE_MAX = 99;

  public Answers {
    if ((people != null && (people < 1 || people > PEOPLE_MAX))
        || (children != null && (children < 0 || children > PEOPLE_MAX))) {
      throw new IllegalArgumentException("1 to 99 people, 0 to 99 children");
    }
    if (where != null && !where.matches("[0-9]{5}")) {
      throw new IllegalArgumentException("a place is its five-digit postal code");
    }
  }
}
