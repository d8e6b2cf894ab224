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
  P03_LANG(Audience.FRENCH),
  P04_DATA,
  P05_ESTIMATE,
  /** Said by Asterisk itself, as P13 and P99: without the gateway. */
  P08_NEXT,
  P08_WAIT,
  P12_PRO(Audience.COLLEAGUES),
  P13_TRANSFER,
  P14_RIGHTS,
  P16_PARTNERS(Audience.COLLEAGUES),
  P17_RESCUE(Audience.COLLEAGUES),
  P18_OUTREACH(Audience.COLLEAGUES),
  P21_PLACE_KEPT,
  /** Said by Asterisk itself on lines of colleagues: the public one never closes. */
  P31_CLOSED(Audience.COLLEAGUES),
  P32_VOICEMAIL(Audience.COLLEAGUES),
  P33_NOTED(Audience.COLLEAGUES),
  P99_GOODBYE;

  /** Who may hear it decides in which languages it must exist. */
  private enum Audience {
    EVERYBODY,
    COLLEAGUES,
    FRENCH
  }

  private final Audience audience;

  Prompt() {
    this(Audience.EVERYBODY);
  }

  Prompt(Audience audience) {
    this.audience = audience;
  }

  /** The name of its sound file. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In which languages it must exist. */
  public Set<Language> languages() {
    return switch (audience) {
      case EVERYBODY -> EnumSet.allOf(Language.class);
      case COLLEAGUES -> EnumSet.of(Language.FR, Language.EN);
      case FRENCH -> EnumSet.of(Language.FR);
    };
  }
}
