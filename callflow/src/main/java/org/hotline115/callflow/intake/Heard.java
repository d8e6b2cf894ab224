package org.hotline115.callflow.intake;

/** What came back from the caller while a verb was performed. */
public sealed interface Heard {

  record Silence() implements Heard {}

  record Key(char digit) implements Heard {}

  /** The answer to {@link Verb.AskDigits}: one digit at least, without the # that ended them. */
  record Digits(String digits) implements Heard {}

  /** He hung up, or the exchange took him out of our hands. Nothing more can be said. */
  record CallerGone() implements Heard {}
}
