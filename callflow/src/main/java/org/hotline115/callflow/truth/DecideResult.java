package org.hotline115.callflow.truth;

/** What became of a decision about an alarm. */
public sealed interface DecideResult {

  /** Decided, now or before with the same word. */
  record Decided(BoardAlarm alarm) implements DecideResult {}

  /** Somebody decided otherwise before. */
  record AlreadyDecided(BoardAlarm alarm) implements DecideResult {}

  /** A machine cannot put this right: only people can leave or places be opened. */
  record NotRepairable() implements DecideResult {}

  record NoSuchAlarm() implements DecideResult {}

  /** PostgreSQL did not answer: unknown, say it again. */
  record RecordsDown() implements DecideResult {}
}
