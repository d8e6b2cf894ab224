package org.hotline115.callflow.intake;

import java.util.Optional;

/**
 * What somebody who rings again is told at once of what he asked for: in neutral words, for who
 * holds the telephone may be another. Answers within a moment and never fails.
 */
public interface RingingAgain {

  /** Where nothing is known: no key asks for a code then. */
  RingingAgain NOTHING_KNOWN =
      new RingingAgain() {
        @Override
        public Optional<Prompt> byNumber(IncomingCall call) {
          return Optional.empty();
        }

        @Override
        public Optional<Prompt> byCode(String digits) {
          return Optional.empty();
        }

        @Override
        public boolean knowsCodes() {
          return false;
        }
      };

  /** Nothing for a withheld number or a telephone that several people use. */
  Optional<Prompt> byNumber(IncomingCall call);

  /** Four digits: a promise's number, or the code of a request as one keys its letters. */
  Optional<Prompt> byCode(String digits);

  default boolean knowsCodes() {
    return true;
  }
}
