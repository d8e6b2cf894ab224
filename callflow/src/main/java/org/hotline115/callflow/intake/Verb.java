package org.hotline115.callflow.intake;

/** One thing a menu does to a caller. The script orders them, a {@link Voice} performs them. */
public sealed interface Verb {

  /** Says it; any key ends it early and is heard. */
  record Say(Prompt prompt, Language language) implements Verb {}

  /** Says it with a number in the place its text keeps for one. */
  record SayWith(Prompt prompt, int number, Language language) implements Verb {}

  /** A number as one counts: 12 is "twelve". */
  record SayNumber(int number, Language language) implements Verb {}

  /** A number as one dials it or quotes it, digit after digit. */
  record SayDigits(String digits, Language language) implements Verb {

    public SayDigits {
      if (!digits.matches("[0-9]{1,20}")) {
        throw new IllegalArgumentException("not 1 to 20 digits");
      }
    }
  }

  /** Says it and leaves a moment for a key. Silence is an answer too. */
  record AskDigit(Prompt prompt, Language language) implements Verb {}

  /**
   * Says it and takes up to {@code max} digits: # or a pause ends them. The one place where 1 is a
   * digit and not danger, so what is asked must say that it takes a number.
   */
  record AskDigits(Prompt prompt, Language language, int max) implements Verb {

    public AskDigits {
      if (max < 1 || max > 20) {
        throw new IllegalArgumentException("1 to 20 digits can be asked for");
      }
    }
  }

  /** From now on everything, Asterisk's own announcements too, is said in this language. */
  record ChooseLanguage(Language language) implements Verb {}

  /**
   * He stands where he arrived, or where an older place was kept for him; then he hears so, and the
   * danger key is heard once more.
   */
  record JoinQueue(String queue, Language language) implements Verb {}

  /** He hangs up with a promise to be rung. */
  record LeaveWithPromise(Language language) implements Verb {}

  record HandOffToRescue(Language language) implements Verb {}

  /** What he rang for is done: goodbye. */
  record EndCall(Language language) implements Verb {}
}
