package org.hotline115.callflow.intake;

import java.util.Locale;

/** What can be said. The words are in config/prompts, one file for each language. */
public enum Prompt {
  P01_WELCOME,
  P02_DANGER,
  P03_LANG,
  P04_DATA,
  P05_ESTIMATE,
  P12_PRO,
  P14_RIGHTS,
  P16_PARTNERS,
  P17_RESCUE,
  P18_OUTREACH,
  P21_PLACE_KEPT;

  /** The name of its sound file. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
