package org.hotline115.callflow.reference;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list, in the words of the house.
 *
 * @param parent the nation's code that it counts as; null where it is one itself
 * @param fr empty for a nation's code: the words of the program; likewise {@code en}
 * @param offered forms offer it; what was recorded with it stays readable when they do not
 */
public record ListEntry(
    String code, @Nullable String parent, String fr, String en, boolean offered) {

  public static final int WORDS_MAX = 80;

  public boolean belongsToHouse() {
    return parent != null;
  }

  /** The program's words, offered: what holds of a code of which nobody said anything. */
  static ListEntry untouched(String code) {
    return new ListEntry(code, null, "", "", true);
  }
}
