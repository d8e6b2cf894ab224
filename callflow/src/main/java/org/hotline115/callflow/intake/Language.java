package org.hotline115.callflow.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The languages we speak, each with its key in the menu (1 is danger, 2 and 3 ask to be called
 * back). The code is also Asterisk's.
 */
public enum Language {
  FR('0'),
  EN('4'),
  ES('5'),
  AR('6'),
  RU('7'),
  /** Persian, which who speaks Dari understands. */
  FA('8');

  private final char key;

  Language(char key) {
    this.key = key;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language chosen by a key. Nothing chooses French: it is what one hears anyway. */
  static Optional<Language> onKey(char key) {
    return Arrays.stream(values())
        .filter(language -> language != FR && language.key == key)
        .findFirst();
  }
}
