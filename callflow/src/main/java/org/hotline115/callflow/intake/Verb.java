package org.hotline115.callflow.intake;

/** One thing the menu does to a caller. The script orders them, a {@link Voice} performs them. */
public sealed interface Verb {

  /** Says it; any key ends it early and is heard. */
  record Say(Prompt prompt, Language language) implements Verb {}

  /** Says it and leaves a moment for a key. Silence is an answer too. */
  record AskDigit(Prompt prompt, Language language) implements Verb {}

  /** From now on everything, Asterisk's own announcements too, is said in this language. */
  record ChooseLanguage(Language language) implements Verb {}

  /** Says about how long the wait is. The position itself is said by Asterisk while one waits. */
  record SayEstimate(int minutes, Language language) implements Verb {}

  record JoinQueue(String queue, Language language) implements Verb {}

  record HandOffToRescue(Language language) implements Verb {}
}
