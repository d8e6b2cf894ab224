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
  /** Said by Asterisk itself too, from time to time while one waits. */
  P06_CALLBACK_OFFER,
  P07_CALLBACK_OK,
  P07_HOURS,
  P07_HALF,
  P07_QUOTE,
  P09_FULL,
  P10_MAXWAIT,
  P12_PRO(Audience.COLLEAGUES),
  P13_TRANSFER,
  P14_RIGHTS,
  P16_PARTNERS(Audience.COLLEAGUES),
  P17_RESCUE(Audience.COLLEAGUES),
  P18_OUTREACH(Audience.COLLEAGUES),
  P21_PLACE_KEPT,
  P80_SITE_CODE(Audience.COLLEAGUES),
  P81_WRONG_CODE(Audience.COLLEAGUES),
  P82_TO_A_HUMAN(Audience.COLLEAGUES),
  P83_TOO_MANY_CODES(Audience.COLLEAGUES),
  P84_PRESS(Audience.COLLEAGUES),
  P85_YOUR_CHOICE(Audience.COLLEAGUES),
  P86_HOW_MANY(Audience.COLLEAGUES),
  P87_ONLY_OPEN(Audience.COLLEAGUES),
  P88_YOU_SAID(Audience.COLLEAGUES),
  P89_CONFIRM(Audience.COLLEAGUES),
  P90_NOTED(Audience.COLLEAGUES),
  P91_NOT_NOTED(Audience.COLLEAGUES),
  P92_ANOTHER(Audience.COLLEAGUES),
  P93_NOT_UNDERSTOOD(Audience.COLLEAGUES),
  P50_CHU(Audience.COLLEAGUES),
  P51_CHRS_EMERGENCY(Audience.COLLEAGUES),
  P52_STABILISATION(Audience.COLLEAGUES),
  P53_HOTEL(Audience.COLLEAGUES),
  P54_NIGHT_SHELTER(Audience.COLLEAGUES),
  P55_NIGHT_STOP(Audience.COLLEAGUES),
  P56_SEASONAL(Audience.COLLEAGUES),
  P57_GYM(Audience.COLLEAGUES),
  P58_PROTECTED(Audience.COLLEAGUES),
  P59_CARE(Audience.COLLEAGUES),
  P60_OTHER(Audience.COLLEAGUES),
  P70_MEN(Audience.COLLEAGUES),
  P71_WOMEN(Audience.COLLEAGUES),
  P72_ALL(Audience.COLLEAGUES),
  /** Said by Asterisk itself on lines of colleagues: the public one never closes. */
  P31_CLOSED(Audience.COLLEAGUES),
  P32_VOICEMAIL(Audience.COLLEAGUES),
  P33_NOTED(Audience.COLLEAGUES),
  P22_PROMISED,
  /**
   * Said by Asterisk itself to the rescue that an agent rang for somebody who hung up meanwhile.
   */
  P23_CALLER_GONE(Audience.FRENCH),
  P24_OTHER_NUMBER,
  P25_READ_BACK,
  P26_NOT_A_NUMBER,
  P27_CONFIRM,
  P28_TEXT,
  /** Said by Asterisk itself, when the queue is full and nobody can promise a call. */
  P29_STAY,
  /** Said by Asterisk itself: the hold music of whom the rescue did not answer begins with it. */
  P30_RESCUE_MISSED,
  P34_DEPARTEMENT,
  P35_OTHER_115,
  P36_AGAIN,
  P37_UNKNOWN,
  /** Said by Asterisk itself, to whom an agent left while a colleague still rings. */
  P38_COLLEAGUE,
  /** Said to the agent. */
  P40_CALLBACK(Audience.FRENCH),
  P41_BUSY(Audience.FRENCH),
  P42_NO_ANSWER(Audience.FRENCH),
  P43_HOW_MANY,
  P44_CHILDREN,
  P45_WHERE,
  /** What the board says, when a supervisor approved it. */
  P46_NOTHING_MEN,
  P47_NOTHING_WOMEN,
  P48_NOTHING_COUPLES,
  P49_NOTHING_FAMILIES,
  P73_STAY_OR_LEAVE,
  /** Where the matter of somebody stands who rings again. */
  P74_CODE,
  P75_STILL_PROMISED,
  P76_REQUEST_STANDS,
  P77_REQUEST_ANSWERED,
  P78_CODE_UNKNOWN,
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
