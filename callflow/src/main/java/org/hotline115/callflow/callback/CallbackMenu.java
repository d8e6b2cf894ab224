package org.hotline115.callflow.callback;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.IntakeResult;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.intake.Voice;
import org.hotline115.callflow.intake.WayOut;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * The talk about a callback. Its rules: nothing is promised before it is on record; whoever says
 * nothing, has no number or presses something else waits on at the place he had; key 1 is danger
 * (but for the digits of a number that is asked for).
 */
public final class CallbackMenu {

  private static final char YES = '2';
  private static final int NUMBER_DIGITS = 10;
  private static final int HALF_AN_HOUR = 30;

  private final PromiseCallback promises;
  private final PhoneNumbers numbers;
  private final ZoneId zone;

  CallbackMenu(PromiseCallback promises, PhoneNumbers numbers, ZoneId zone) {
    this.promises = promises;
    this.numbers = numbers;
    this.zone = zone;
  }

  /** Never fails for a silent, impatient or vanished caller. */
  public MenuResult lead(Voice voice, Turn turn, Occasion occasion) {
    Talk talk = new Talk(voice, turn.language());
    try {
      return switch (occasion) {
        case THIS_NUMBER -> promise(talk, turn, turn.number(), Answers.NONE);
        case OTHER_NUMBER -> promise(talk, turn, null, Answers.NONE);
        case FULL -> full(talk, turn);
        case MAX_WAIT -> longWait(talk, turn);
      };
    } catch (Talk.Danger danger) {
      return WayOut.handOff(voice, turn.language()) instanceof IntakeResult.HandedOff
          ? new MenuResult.HandedOff()
          : new MenuResult.CallerGone();
    } catch (Talk.Gone gone) {
      return new MenuResult.CallerGone();
    } catch (RecordsAway away) {
      return new MenuResult.WaitsOn(); // fail-closed: no promise that is not on record
    }
  }

  private MenuResult full(Talk talk, Turn turn) {
    if (talk.ask(Prompt.P09_FULL) != YES) {
      return new MenuResult.WaitsOn();
    }
    Integer people = talk.number(Prompt.P43_HOW_MANY, 2);
    Integer children = talk.number(Prompt.P44_CHILDREN, 2);
    String where = talk.digits(Prompt.P45_WHERE, 5);
    Answers answers =
        new Answers(
            people == null || people == 0 ? null : people,
            children,
            where.length() == 5 ? where : null);
    return promise(talk, turn, turn.number(), answers);
  }

  /** By itself where it can; who shows no number may key one, and keeps his place when not. */
  private MenuResult longWait(Talk talk, Turn turn) {
    if (turn.number() == null) {
      return promise(talk, turn, null, Answers.NONE);
    }
    talk.say(Prompt.P10_MAXWAIT);
    return told(talk, promises.promise(wish(turn, turn.number(), Answers.NONE, false)));
  }

  private MenuResult promise(Talk talk, Turn turn, @Nullable PhoneNumber shown, Answers answers) {
    Optional<PhoneNumber> number = shown == null ? otherNumber(talk) : Optional.of(shown);
    if (number.isEmpty()) {
      return new MenuResult.WaitsOn();
    }
    boolean texts = number.get().isMobile() && talk.ask(Prompt.P28_TEXT) == YES;
    return told(talk, promises.promise(wish(turn, number.get(), answers, texts)));
  }

  /** Keyed, read back, confirmed; a slip may be mended once. */
  private Optional<PhoneNumber> otherNumber(Talk talk) {
    for (int tries = 0; tries < 2; tries++) {
      String digits = talk.digits(Prompt.P24_OTHER_NUMBER, NUMBER_DIGITS);
      if (digits.isEmpty()) {
        return Optional.empty();
      }
      Optional<PhoneNumber> read = numbers.read(digits);
      if (read.isEmpty()) {
        talk.say(Prompt.P26_NOT_A_NUMBER);
        continue;
      }
      talk.say(Prompt.P25_READ_BACK);
      talk.perform(new Verb.SayDigits(digits, talk.language()));
      if (talk.ask(Prompt.P27_CONFIRM) == YES) {
        return read;
      }
    }
    return Optional.empty();
  }

  private CallbackWish wish(Turn turn, PhoneNumber number, Answers answers, boolean texts) {
    return new CallbackWish(
        turn.call(),
        turn.line(),
        turn.queue(),
        number,
        turn.language().code(),
        turn.rankAt(),
        answers,
        texts,
        CallbackChannel.VOICE);
  }

  private MenuResult told(Talk talk, PromiseResult result) {
    Callback callback =
        switch (result) {
          case PromiseResult.Promised(Callback made) -> made;
          case PromiseResult.AlreadyOwed(Callback owed) -> owed;
        };
    // From here on the promise stands, whether or not he listens to the end.
    try {
      talk.say(Prompt.P07_CALLBACK_OK);
      sayTime(talk, callback.dueBy());
      talk.say(Prompt.P07_QUOTE);
      talk.perform(new Verb.SayDigits(callback.code(), talk.language()));
      talk.perform(new Verb.LeaveWithPromise(talk.language()));
    } catch (Talk.Gone gone) {
      return new MenuResult.Promised(callback);
    }
    return new MenuResult.Promised(callback);
  }

  /** The next half hour after it: a time that one remembers. */
  private void sayTime(Talk talk, Instant dueBy) {
    LocalTime due = LocalTime.ofInstant(dueBy, zone);
    LocalTime said =
        due.getMinute() == 0
            ? due
            : due.getMinute() <= HALF_AN_HOUR
                ? due.withMinute(HALF_AN_HOUR)
                : due.plusHours(1).withMinute(0);
    talk.perform(new Verb.SayNumber(said.getHour(), talk.language()));
    talk.say(said.getMinute() == 0 ? Prompt.P07_HOURS : Prompt.P07_HALF);
  }

  /** One caller's talk: what he hears, and the two answers that end everything at once. */
  private record Talk(Voice voice, Language language) {

    static final class Danger extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }

    static final class Gone extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }

    void say(Prompt prompt) {
      perform(new Verb.Say(prompt, language));
    }

    /** The key he pressed, or a space. */
    char ask(Prompt prompt) {
      return perform(new Verb.AskDigit(prompt, language)) instanceof Heard.Key(char key)
          ? key
          : ' ';
    }

    String digits(Prompt prompt, int max) {
      return perform(new Verb.AskDigits(prompt, language, max)) instanceof Heard.Digits(String some)
          ? some
          : "";
    }

    @Nullable Integer number(Prompt prompt, int max) {
      String digits = digits(prompt, max);
      return digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    Heard perform(Verb verb) {
      Heard heard = voice.perform(verb);
      if (heard instanceof Heard.CallerGone) {
        throw new Gone();
      }
      if (WayOut.isDanger(heard)) {
        throw new Danger();
      }
      return heard;
    }
  }
}
