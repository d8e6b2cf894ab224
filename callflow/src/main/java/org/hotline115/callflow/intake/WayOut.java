package org.hotline115.callflow.intake;

import java.time.Duration;
import java.util.Optional;
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
        Optional<IntakeResult> otherWay = say(voice, language, estimate);
        if (otherWay.isPresent()) {
          return otherWay.get();
        }
      }
    }
    return switch (voice.perform(new Verb.JoinQueue(queue, language))) {
      case Heard.CallerGone _ -> new IntakeResult.CallerGone();
      case Heard heard when isDanger(heard) -> handOff(voice, language);
      case Heard.Silence _, Heard.Key _, Heard.Digits _ -> new IntakeResult.Queued(language);
    };
  }

  /** Says them one after the other; a result when the call goes another way than on. */
  static Optional<IntakeResult> say(Voice voice, Language language, Verb... verbs) {
    for (Verb verb : verbs) {
      Optional<IntakeResult> otherWay = after(voice.perform(verb), voice, language);
      if (otherWay.isPresent()) {
        return otherWay;
      }
    }
    return Optional.empty();
  }

  /** What ends every menu at any time: the caller has gone, or pressed the key for danger. */
  static Optional<IntakeResult> after(Heard heard, Voice voice, Language language) {
    if (heard instanceof Heard.CallerGone) {
      return Optional.of(new IntakeResult.CallerGone());
    }
    return isDanger(heard) ? Optional.of(handOff(voice, language)) : Optional.empty();
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
