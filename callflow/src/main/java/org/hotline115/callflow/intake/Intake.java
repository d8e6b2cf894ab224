package org.hotline115.callflow.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The menu of the public 115 as a script. Its rules: key 1 hands over to the rescue at any time;
 * silence never ends a call; 4 to 8 choose a language, 9 tells the rights, * the 115 of another
 * département, # takes the code of who rings again, any other key skips all the rest; every caller
 * is treated alike, with or without a number; by doing nothing one reaches the queue within {@link
 * #LENGTH_MAX}, and only who must wait there anyway hears announcements besides, which cost him no
 * place: his rank is when he rang.
 */
public final class Intake implements Menu {

  /** What a caller may have to listen to before he stands in the queue. */
  public static final Duration LENGTH_MAX = Duration.ofSeconds(25);

  private static final char RIGHTS = '9';
  private static final List<Prompt> STEPS =
      List.of(Prompt.P01_WELCOME, Prompt.P02_DANGER, Prompt.P03_LANG, Prompt.P04_DATA);

  private final WayOut wayOut;
  private final Elsewhere elsewhere;
  private final String queue;
  private final WaitOutlook outlook;
  private final AskCode askCode;
  private final Supplier<List<Announcement>> announcements;

  public Intake(String queue, WaitOutlook outlook) {
    this(queue, outlook, Elsewhere.NOWHERE, RingingAgain.NOTHING_KNOWN, List::of);
  }

  Intake(
      String queue,
      WaitOutlook outlook,
      Elsewhere elsewhere,
      RingingAgain known,
      Supplier<List<Announcement>> announcements) {
    this.askCode = new AskCode(known);
    this.queue = queue;
    this.outlook = outlook;
    this.announcements = announcements;
    this.wayOut = new WayOut(queue, outlook);
    this.elsewhere = elsewhere;
  }

  @Override
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
        case Heard.Silence _, Heard.Digits _ -> {
          // Doing nothing leads on.
        }
        case Heard heard when WayOut.isDanger(heard) -> {
          return WayOut.handOff(voice, language);
        }
        case Heard.Key(char key) when Language.onKey(key).isPresent() -> {
          language = Language.onKey(key).get();
          if (voice.perform(new Verb.ChooseLanguage(language)) instanceof Heard.CallerGone) {
            return new IntakeResult.CallerGone();
          }
          // The danger key is not missed by those who did not understand it.
          next = STEPS.indexOf(Prompt.P02_DANGER);
        }
        case Heard.Key(char key) when key == RIGHTS -> {
          var otherWay = WayOut.say(voice, language, new Verb.Say(Prompt.P14_RIGHTS, language));
          if (otherWay.isPresent()) {
            return otherWay.get();
          }
        }
        case Heard heard when elsewhere.isOn(heard) -> {
          var otherWay = elsewhere.ask(voice, language);
          if (otherWay.isPresent()) {
            return otherWay.get();
          }
          next = STEPS.size();
        }
        case Heard heard when askCode.isOn(heard) -> {
          var otherWay = askCode.ask(voice, language);
          if (otherWay.isPresent()) {
            return otherWay.get();
          }
          next = STEPS.size();
        }
        case Heard.Key _ -> next = STEPS.size();
      }
      if (language != Language.FR && next < STEPS.size() && STEPS.get(next) == Prompt.P03_LANG) {
        next++;
      }
    }
    Optional<IntakeResult> otherWay = announce(voice, language);
    return otherWay.isPresent() ? otherWay.get() : wayOut.join(voice, language, said);
  }

  /** What holds for all who must wait: any key ends it, and 1 is danger here too. */
  private Optional<IntakeResult> announce(Voice voice, Language language) {
    if (!outlook.mustWait(queue)) {
      return Optional.empty();
    }
    for (Announcement announcement : announcements.get()) {
      Heard heard = voice.perform(announcement.in(language));
      Optional<IntakeResult> otherWay = WayOut.after(heard, voice, language);
      if (otherWay.isPresent() || heard instanceof Heard.Key) {
        return otherWay;
      }
    }
    return Optional.empty();
  }

  private static Verb verb(Prompt prompt, Language language) {
    return prompt == Prompt.P04_DATA
        ? new Verb.AskDigit(prompt, language)
        : new Verb.Say(prompt, language);
  }
}
