package org.hotline115.callflow.intake;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What can be said. The words are in config/prompts, one file for each language; what only
 * colleagues hear (professionals, shelters, rescue services) need not exist in all of them.
 */
public enum Prompt {
  P01_WELCOME,
  P02_DANGER,
  /** One prompt in which each language speaks for itself. */
  P03_LANG(EnumSet.of(Language.FR)),
  P04_DATA,
  P05_ESTIMATE,
  /** Said by Asterisk itself, as P13 and P99: without the gateway. */
  P08_NEXT,
  P08_WAIT,
  P12_PRO(EnumSet.of(Language.FR, Language.EN)),
  P13_TRANSFER,
  P14_RIGHTS,
  P16_PARTNERS(EnumSet.of(Language.FR, Language.EN)),
  P17_RESCUE(EnumSet.of(Language.FR, Language.EN)),
  P18_OUTREACH(EnumSet.of(Language.FR, Language.EN)),
  P21_PLACE_KEPT,
  P99_GOODBYE;

  private final EnumSet<Language> languages;

  /** Every caller may hear it, so it is needed in every language. */
  Prompt() {
    this(EnumSet.allOf(Language.class));
  }

  Prompt(EnumSet<Language> languages) {
    this.languages = languages;
  }

  /** The name of its sound file. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In which languages it must exist. */
  public Set<Language> languages() {
    return Set.copyOf(languages);
  }
}
