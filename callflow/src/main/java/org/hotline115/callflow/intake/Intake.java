package org.hotline115.callflow.intake;

import java.time.Duration;
import java.util.List;

/**
 * The menu as a script. Its rules: key 1 hands over to the rescue at any time; silence never ends a
 * call; any other key skips all the rest; every caller is treated alike, with or without a number;
 * by doing nothing one reaches the queue within {@link #LENGTH_MAX}.
 */
public final class Intake {

  /** What a caller may have to listen to before he stands in the queue. */
  public static final Duration LENGTH_MAX = Duration.ofSeconds(25);

  private static final char DANGER = '1';
  private static final char ENGLISH = '2';
  private static final char RIGHTS = '9';
  private static final List<Prompt> STEPS =
      List.of(Prompt.P01_WELCOME, Prompt.P02_DANGER, Prompt.P03_LANG, Prompt.P04_DATA);

  private final String queue;
  private final WaitOutlook outlook;

  public Intake(String queue, WaitOutlook outlook) {
    this.queue = queue;
    this.outlook = outlook;
  }

  /** Leads one caller through. Never fails for a silent, impatient or vanished caller. */
  public IntakeResult lead(Voice voice) {
    Language language = Language.FR;
    Duration said = Duration.ZERO;
    int next = 0;
    while (next < STEPS.size()) {
      Verb verb = verb(STEPS.get(next), language);
      said = said.plus(voice.length(verb));
      next++;
      switch (voice.perform(verb)) {
        case Heard.CallerGone _ -> {
          return new IntakeResult.CallerGone();
        }
        case Heard.Silence _ -> {
          // Doing nothing leads on.
        }
        case Heard.Key(char key) when key == DANGER -> {
          return handOff(voice, language);
        }
        case Heard.Key(char key) when key == ENGLISH -> {
          language = Language.EN;
          if (voice.perform(new Verb.ChooseLanguage(language)) instanceof Heard.CallerGone) {
            return new IntakeResult.CallerGone();
          }
          // The danger key is not missed by those who did not understand it.
          next = STEPS.indexOf(Prompt.P02_DANGER);
        }
        case Heard.Key(char key) when key == RIGHTS -> {
          Heard heard = voice.perform(new Verb.Say(Prompt.P14_RIGHTS, language));
          if (heard instanceof Heard.CallerGone) {
            return new IntakeResult.CallerGone();
          }
          if (isDanger(heard)) {
            return handOff(voice, language);
          }
        }
        case Heard.Key _ -> next = STEPS.size();
      }
      if (language == Language.EN && next < STEPS.size() && STEPS.get(next) == Prompt.P03_LANG) {
        next++;
      }
    }
    return join(voice, language, said);
  }

  private static Verb verb(Prompt prompt, Language language) {
    return prompt == Prompt.P04_DATA
        ? new Verb.AskDigit(prompt, language)
        : new Verb.Say(prompt, language);
  }

  private IntakeResult join(Voice voice, Language language, Duration said) {
    var minutes = outlook.minutes(queue);
    if (minutes.isPresent()) {
      Verb estimate = new Verb.SayEstimate(minutes.getAsInt(), language);
      if (said.plus(voice.length(estimate)).compareTo(LENGTH_MAX) <= 0) {
        Heard heard = voice.perform(estimate);
        if (heard instanceof Heard.CallerGone) {
          return new IntakeResult.CallerGone();
        }
        if (isDanger(heard)) {
          return handOff(voice, language);
        }
      }
    }
    return voice.perform(new Verb.JoinQueue(queue, language)) instanceof Heard.CallerGone
        ? new IntakeResult.CallerGone()
        : new IntakeResult.Queued(language);
  }

  private static IntakeResult handOff(Voice voice, Language language) {
    return voice.perform(new Verb.HandOffToRescue(language)) instanceof Heard.CallerGone
        ? new IntakeResult.CallerGone()
        : new IntakeResult.HandedOff(language);
  }

  private static boolean isDanger(Heard heard) {
    return heard instanceof Heard.Key(char key) && key == DANGER;
  }
}
