package org.hotline115.callflow.shelter;

import java.time.Duration;
import java.util.List;
import org.hotline115.callflow.board.TellResult;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.IntakeResult;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Menu;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.intake.Voice;
import org.hotline115.callflow.intake.WayOut;
import org.jspecify.annotations.Nullable;

/**
 * A shelter tells its free places by keypad: its code, which group, how many, read back, confirmed.
 * Key 1 stays danger: it is a digit only where a number or a confirmation is asked for, and groups
 * are chosen from 2 upwards. What is wrong twice more, or silent, leads to a human.
 */
final class KeypadMenu implements Menu {

  static final int TRIES = 3;
  static final int GROUPS_MAX = 8;

  private static final char TELL = '2';
  private static final int FIRST_GROUP_KEY = 2;
  private static final int DIGITS_MAX = 3;
  private static final int SPOKEN_MAX = 120;
  private static final String CONFIRM = "1";
  private static final String DANGER = "1";
  private static final String ANOTHER = "2";
  private static final String HUMAN = "0";

  private final IncomingCall call;
  private final Keypad keypad;
  private final WayOut wayOut;

  KeypadMenu(IncomingCall call, Keypad keypad, WayOut wayOut) {
    this.call = call;
    this.keypad = keypad;
    this.wayOut = wayOut;
  }

  @Override
  public IntakeResult lead(Voice voice) {
    return new Talk(voice).lead();
  }

  /** One caller. {@code end} is set as soon as nothing more can or must be said. */
  private final class Talk {

    private final Voice voice;
    private Language language = Language.FR;
    private int figures;
    private @Nullable IntakeResult end;

    Talk(Voice voice) {
      this.voice = voice;
    }

    IntakeResult lead() {
      Heard first = perform(new Verb.AskDigit(Prompt.P16_PARTNERS, language));
      if (!(first instanceof Heard.Key(char key) && key == TELL)) {
        return ended(voice.length(new Verb.AskDigit(Prompt.P16_PARTNERS, language)));
      }
      Keypad.Opened.Site site = site();
      if (site == null) {
        return human();
      }
      speak(site.channel().language());
      while (true) {
        SiteFigure group = group(site.groups());
        if (group == null || !tell(group)) {
          return human();
        }
        if (site.groups().size() == 1) {
          return served();
        }
        switch (digits(Prompt.P92_ANOTHER, 1)) {
          case ANOTHER -> {}
          case HUMAN -> {
            return human();
          }
          case DANGER -> {
            return WayOut.handOff(voice, language);
          }
          default -> {
            return end == null ? served() : end;
          }
        }
      }
    }

    /** Whose code was keyed; null when only a human helps. */
    private Keypad.Opened.@Nullable Site site() {
      for (int tries = 0; tries < TRIES && end == null; tries++) {
        if (keypad.isLocked(call)) {
          say(Prompt.P83_TOO_MANY_CODES);
          return null;
        }
        String keyed = digits(Prompt.P80_SITE_CODE, SiteCode.LENGTH);
        if (keyed.isEmpty()) {
          say(Prompt.P93_NOT_UNDERSTOOD);
          continue;
        }
        switch (keypad.open(call, keyed)) {
          case Keypad.Opened.Site site -> {
            return site;
          }
          case Keypad.Opened.WrongCode _ -> say(Prompt.P81_WRONG_CODE);
          case Keypad.Opened.Locked _ -> {
            say(Prompt.P83_TOO_MANY_CODES);
            return null;
          }
          case Keypad.Opened.Down _ -> {
            say(Prompt.P91_NOT_NOTED);
            return null;
          }
        }
      }
      return null;
    }

    private void speak(String code) {
      if (code.equals(Language.EN.code()) && language != Language.EN) {
        language = Language.EN;
        perform(new Verb.ChooseLanguage(language));
      }
    }

    /** Which group; null when there is none or too many for the keys. */
    private @Nullable SiteFigure group(List<SiteFigure> groups) {
      if (groups.size() <= 1 || groups.size() > GROUPS_MAX) {
        return groups.size() == 1 ? groups.getFirst() : null;
      }
      for (int tries = 0; tries < TRIES && end == null; tries++) {
        String key = chosenKey(groups);
        if (key.equals(DANGER)) {
          end = WayOut.handOff(voice, language);
          return null;
        }
        int index = key.isEmpty() ? -1 : Integer.parseInt(key) - FIRST_GROUP_KEY;
        if (index >= 0 && index < groups.size()) {
          return groups.get(index);
        }
        say(Prompt.P93_NOT_UNDERSTOOD);
      }
      return null;
    }

    /** The key that was pressed while the groups were said or after it; empty for none. */
    private String chosenKey(List<SiteFigure> groups) {
      for (int i = 0; i < groups.size(); i++) {
        for (Verb verb : GroupVoice.of(groups.get(i), FIRST_GROUP_KEY + i, language)) {
          Heard heard = perform(verb);
          if (end != null) {
            return "";
          }
          if (heard instanceof Heard.Key(char key) && Character.isDigit(key)) {
            return Character.toString(key);
          }
        }
      }
      return digits(Prompt.P85_YOUR_CHOICE, 1);
    }

    /** True when the figure stands on the board. */
    private boolean tell(SiteFigure group) {
      for (int tries = 0; tries < TRIES && end == null; tries++) {
        String keyed = digits(Prompt.P86_HOW_MANY, DIGITS_MAX);
        if (keyed.isEmpty()) {
          say(Prompt.P93_NOT_UNDERSTOOD);
          continue;
        }
        int free = Integer.parseInt(keyed);
        if (free > group.open()) {
          say(Prompt.P87_ONLY_OPEN, group.open());
          continue;
        }
        if (!confirmed(free)) {
          continue;
        }
        switch (keypad.tell(call.id(), figures++, group, free)) {
          case TellResult.Told _ -> {
            say(Prompt.P90_NOTED);
            return end == null;
          }
          case TellResult.TooMany(int open) -> say(Prompt.P87_ONLY_OPEN, open);
          case TellResult.OtherTelling _, TellResult.NoSuchGroup _, TellResult.RecordsDown _ -> {
            say(Prompt.P91_NOT_NOTED);
            return false;
          }
        }
      }
      return false;
    }

    /** Whoever knows the menu confirms while the figure is read back: 1 is no danger there. */
    private boolean confirmed(int free) {
      for (Verb verb : List.of(new Verb.Say(Prompt.P88_YOU_SAID, language), number(free))) {
        switch (voice.perform(verb)) {
          case Heard.Key(char key) -> {
            return CONFIRM.equals(Character.toString(key));
          }
          case Heard.CallerGone _ -> {
            end = new IntakeResult.CallerGone();
            return false;
          }
          case Heard.Silence _, Heard.Digits _ -> {}
        }
      }
      return digits(Prompt.P89_CONFIRM, 1).equals(CONFIRM);
    }

    private Heard perform(Verb verb) {
      if (end != null) {
        return new Heard.Silence();
      }
      Heard heard = voice.perform(verb);
      if (heard instanceof Heard.CallerGone) {
        end = new IntakeResult.CallerGone();
      } else if (WayOut.isDanger(heard)) {
        end = WayOut.handOff(voice, language);
      }
      return heard;
    }

    private void say(Prompt prompt) {
      perform(new Verb.Say(prompt, language));
    }

    private void say(Prompt prompt, int number) {
      say(prompt);
      perform(number(number));
    }

    private Verb number(int number) {
      return number <= SPOKEN_MAX
          ? new Verb.SayNumber(number, language)
          : new Verb.SayDigits(Integer.toString(number), language);
    }

    private String digits(Prompt prompt, int max) {
      return perform(new Verb.AskDigits(prompt, language, max)) instanceof Heard.Digits(var keyed)
          ? keyed
          : "";
    }

    private IntakeResult human() {
      say(Prompt.P82_TO_A_HUMAN);
      return ended(Duration.ZERO);
    }

    private IntakeResult ended(Duration said) {
      return end == null ? wayOut.join(voice, language, said) : end;
    }

    private IntakeResult served() {
      return voice.perform(new Verb.EndCall(language)) instanceof Heard.CallerGone
          ? new IntakeResult.CallerGone()
          : new IntakeResult.Served(language);
    }
  }
}
