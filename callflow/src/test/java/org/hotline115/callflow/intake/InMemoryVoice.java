package org.hotline115.callflow.intake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A caller for tests: presses keys at what he hears, or hangs up. */
final class InMemoryVoice implements Voice {

  final List<Verb> performed = new ArrayList<>();
  private final Map<Integer, Heard> answers = new HashMap<>();

  /** Answers the n-th thing that is said (from 0). */
  InMemoryVoice at(int saying, Heard heard) {
    answers.put(saying, heard);
    return this;
  }

  InMemoryVoice press(int saying, char key) {
    return at(saying, new Heard.Key(key));
  }

  @Override
  public Heard perform(Verb verb) {
    int saying = performed.size();
    performed.add(verb);
    return answers.getOrDefault(saying, new Heard.Silence());
  }

  @Override
  public Duration length(Verb verb) {
    return switch (verb) {
      case Verb.Say say -> say.prompt() == Prompt.P14_RIGHTS ? seconds(30) : seconds(5);
      case Verb.AskDigit _, Verb.AskDigits _ -> seconds(7);
      case Verb.SayWith _, Verb.SayNumber _, Verb.SayDigits _ -> seconds(3);
      case Verb.ChooseLanguage _,
          Verb.JoinQueue _,
          Verb.LeaveWithPromise _,
          Verb.HandOffToRescue _,
          Verb.EndCall _ ->
          Duration.ZERO;
    };
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }
}
