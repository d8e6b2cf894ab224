package org.hotline115.callflow.intake;

import java.util.Optional;

/**
 * For who rings from a shared telephone or without a number and has a code: he keys it and hears
 * where his matter stands. Whatever he does, he stays on the way to a human.
 */
final class AskCode {

  static final char KEY = '#';

  /** A slip of the finger may be mended; more tries would be guessing. */
  private static final int TRIES_MAX = 2;

  private static final int DIGITS = 4;

  private final RingingAgain known;

  AskCode(RingingAgain known) {
    this.known = known;
  }

  boolean isOn(Heard heard) {
    return known.knowsCodes() && heard instanceof Heard.Key(char key) && key == KEY;
  }

  /** A result when the call goes another way than on to us. */
  Optional<IntakeResult> ask(Voice voice, Language language) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      switch (voice.perform(new Verb.AskDigits(Prompt.P74_CODE, language, DIGITS))) {
        case Heard.CallerGone _ -> {
          return Optional.of(new IntakeResult.CallerGone());
        }
        case Heard.Digits(String digits) -> {
          Optional<Prompt> state =
              digits.length() == DIGITS ? known.byCode(digits) : Optional.empty();
          Optional<IntakeResult> otherWay =
              WayOut.say(
                  voice, language, new Verb.Say(state.orElse(Prompt.P78_CODE_UNKNOWN), language));
          if (state.isPresent() || otherWay.isPresent()) {
            return otherWay;
          }
        }
        case Heard.Silence _, Heard.Key _ -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
