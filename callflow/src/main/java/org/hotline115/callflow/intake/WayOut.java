package org.hotline115.callflow.intake;

import java.time.Duration;
import java.util.OptionalInt;

/** How every menu ends: in the queue, with an honest estimate before it, or with the rescue. */
public final class WayOut {

  /** Key 1, always and everywhere: in every menu, while one is told something, while one waits. */
  public static final char DANGER = '1';

  private final String queue;
  private final WaitOutlook outlook;

  public WayOut(String queue, WaitOutlook outlook) {
    this.queue = queue;
    this.outlook = outlook;
  }

  /** Into the queue; the estimate is said when there is one and it still fits the patience. */
  public IntakeResult join(Voice voice, Language language, Duration said) {
    OptionalInt minutes = outlook.minutes(queue);
    if (minutes.isPresent()) {
      Verb estimate = new Verb.SayWith(Prompt.P05_ESTIMATE, minutes.getAsInt(), language);
      if (said.plus(voice.length(estimate)).compareTo(Intake.LENGTH_MAX) <= 0) {
        Heard heard = voice.perform(estimate);
        if (heard instanceof Heard.CallerGone) {
          return new IntakeResult.CallerGone();
        }
        if (isDanger(heard)) {
          return handOff(voice, language);
        }
      }
    }
    return switch (voice.perform(new Verb.JoinQueue(queue, language))) {
      case Heard.CallerGone _ -> new IntakeResult.CallerGone();
      case Heard heard when isDanger(heard) -> handOff(voice, language);
      case Heard.Silence _, Heard.Key _, Heard.Digits _ -> new IntakeResult.Queued(language);
    };
  }

  public static IntakeResult handOff(Voice voice, Language language) {
    return voice.perform(new Verb.HandOffToRescue(language)) instanceof Heard.CallerGone
        ? new IntakeResult.CallerGone()
        : new IntakeResult.HandedOff(language);
  }

  public static boolean isDanger(Heard heard) {
    return heard instanceof Heard.Key(char key) && key == DANGER;
  }
}
