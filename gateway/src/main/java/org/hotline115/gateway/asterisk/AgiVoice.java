package org.hotline115.gateway.asterisk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.hotline115.callflow.access.AgentLanguages;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.intake.Voice;
import org.hotline115.callflow.intake.WayOut;
import org.hotline115.gateway.AskedAside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The voice on one call: verbs become AGI commands, each under the watchdog. */
final class AgiVoice implements Voice {

  private static final Logger log = LoggerFactory.getLogger(AgiVoice.class);

  private static final String ANY_KEY = "0123456789*#";
  private static final Duration TIME_TO_ANSWER = Duration.ofMillis(500);

  /** A person who reads a number off a paper in the street looks for the next digit. */
  private static final Duration NEXT_DIGIT = Duration.ofSeconds(4);

  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final int GONE = -1;

  private final AgiChannel channel;
  private final Prompts prompts;
  private final Watchdog watchdog;
  private final PlaceLookup place;
  private final AskedAside<String> spoken;

  /** {@code spoken}: the language that was written down of this caller before. */
  AgiVoice(
      AgiChannel channel,
      Prompts prompts,
      Watchdog watchdog,
      PlaceLookup place,
      AskedAside<String> spoken) {
    this.channel = channel;
    this.prompts = prompts;
    this.watchdog = watchdog;
    this.place = place;
    this.spoken = spoken;
  }

  @Override
  public Heard perform(Verb verb) {
    try {
      return switch (verb) {
        case Verb.Say(Prompt prompt, Language language) ->
            play(prompts.files(prompt, language), length(verb));
        case Verb.AskDigit(Prompt prompt, Language language) ->
            ask(prompts.files(prompt, language), length(verb));
        case Verb.SayWith(Prompt prompt, int number, Language language) ->
            play(prompts.files(prompt, language, number), length(verb));
        case Verb.SayNumber(int number, Language language) ->
            play(prompts.number(number, language), length(verb));
        case Verb.SayDigits(String digits, Language language) ->
            play(prompts.digits(digits, language), length(verb));
        case Verb.AskDigits(Prompt prompt, Language language, int max) ->
            collect(prompts.files(prompt, language), length(verb), max);
        case Verb.ChooseLanguage(Language language) -> {
          channel.setVariable("CHANNEL(language)", language.code());
          channel.setVariable("HOTLINE_LANG", language.code());
          yield new Heard.Silence();
        }
        case Verb.JoinQueue(String queue, Language language) -> {
          Heard told = keepPlace(language);
          if (!(told instanceof Heard.Silence)) {
            yield told;
          }
          channel.setVariable("HOTLINE_QUEUE", queue);
          if (language == Language.FR) {
            knowLanguage();
          }
          yield done("queue", language);
        }
        case Verb.HandOffToRescue(Language language) -> done("emergency", language);
        case Verb.LeaveWithPromise(Language language) -> done("promised", language);
        case Verb.EndCall(Language language) -> done("hangup", language);
      };
    } catch (AgiException gone) {
      log.atDebug().addKeyValue("reason", gone.getClass().getSimpleName()).log("a caller is gone");
      return new Heard.CallerGone();
    }
  }

  /** Nothing was found in time, or there is none: he stands where he arrived (fail-open). */
  private Heard keepPlace(Language language) throws AgiException {
    Optional<Rank> kept = place.kept();
    if (kept.isEmpty()) {
      return new Heard.Silence();
    }
    channel.setVariable("HOTLINE_RANK", seconds(kept.get()));
    channel.setVariable("HOTLINE_KEPT", "1");
    Prompt words =
        kept.get().reason() == Rank.Reason.CALLBACK ? Prompt.P22_PROMISED : Prompt.P21_PLACE_KEPT;
    Verb told = new Verb.Say(words, language);
    Heard heard = play(prompts.files(words, language), length(told));
    return heard instanceof Heard.Key && !WayOut.isDanger(heard) ? new Heard.Silence() : heard;
  }

  /** Who chose nothing may be known to speak another language: he waits for who speaks it. */
  private void knowLanguage() throws AgiException {
    Optional<String> known = spoken.withinAMoment().filter(AgentLanguages::isCode);
    if (known.isPresent()) {
      channel.setVariable("HOTLINE_SPEAKS", known.get());
    }
  }

  /** The dialplan's own word for "before all" is 0. */
  private static String seconds(Rank rank) {
    return rank.reason().beforeAll() ? "0" : Long.toString(rank.at().getEpochSecond());
  }

  /** The variable that proves success is set last: AGISTATUS is no proof. */
  private Heard done(String action, Language language) throws AgiException {
    channel.setVariable("HOTLINE_ACTION", action);
    channel.setVariable("HOTLINE_LANG", language.code());
    channel.setVariable("HOTLINE_DONE", "1");
    return new Heard.Silence();
  }

  private Heard play(List<String> files, Duration length) throws AgiException {
    bound(length);
    try (Watchdog.Renewal _ = watchdog.watch(channel.getName())) {
      return playAll(files);
    }
  }

  private Heard ask(List<String> files, Duration length) throws AgiException {
    bound(length);
    try (Watchdog.Renewal _ = watchdog.watch(channel.getName())) {
      Heard heard = playAll(files);
      return heard instanceof Heard.Silence
          ? heard(channel.waitForDigit(Math.toIntExact(TIME_TO_ANSWER.toMillis())))
          : heard;
    }
  }

  /** The prompt may be interrupted by the first digit; then each has {@link #NEXT_DIGIT}. */
  private Heard collect(List<String> files, Duration length, int max) throws AgiException {
    bound(length);
    StringBuilder digits = new StringBuilder();
    try (Watchdog.Renewal _ = watchdog.watch(channel.getName())) {
      Heard heard = playAll(files);
      while (true) {
        if (heard instanceof Heard.Silence && digits.isEmpty()) {
          heard = next();
        }
        if (heard instanceof Heard.CallerGone) {
          return heard;
        }
        if (!(heard instanceof Heard.Key(char key)) || !Character.isDigit(key)) {
          break; // # or a pause
        }
        digits.append(key);
        if (digits.length() == max) {
          break;
        }
        heard = next();
      }
    }
    return digits.isEmpty() ? new Heard.Silence() : new Heard.Digits(digits.toString());
  }

  private Heard next() throws AgiException {
    bound(NEXT_DIGIT);
    return heard(channel.waitForDigit(Math.toIntExact(NEXT_DIGIT.toMillis())));
  }

  private Heard playAll(List<String> files) throws AgiException {
    for (String file : files) {
      Heard heard = heard(channel.streamFile(file, ANY_KEY));
      if (!(heard instanceof Heard.Silence)) {
        return heard;
      }
    }
    return new Heard.Silence();
  }

  private Heard heard(char key) {
    if (channel.getLastReply().getResultCode() == GONE) {
      return new Heard.CallerGone();
    }
    return key == 0 ? new Heard.Silence() : new Heard.Key(key);
  }

  /** With renewals a short bound, without them (no AMI) the length of what is said. */
  private void bound(Duration length) throws AgiException {
    Duration bound = watchdog.works() ? Watchdog.BOUND : length.plus(GRACE);
    channel.setVariable("TIMEOUT(absolute)", Long.toString(bound.toSeconds()));
  }

  @Override
  public Duration length(Verb verb) {
    return switch (verb) {
      case Verb.Say(Prompt prompt, Language language) -> prompts.length(prompt, language);
      case Verb.AskDigit(Prompt prompt, Language language) ->
          prompts.length(prompt, language).plus(TIME_TO_ANSWER);
      case Verb.AskDigits(Prompt prompt, Language language, int _) ->
          prompts.length(prompt, language).plus(NEXT_DIGIT);
      case Verb.SayWith(Prompt prompt, int number, Language language) ->
          prompts.length(prompt, language, number);
      case Verb.SayNumber(int number, Language language) -> prompts.length(number, language);
      case Verb.SayDigits(String digits, Language language) -> prompts.length(digits, language);
      case Verb.ChooseLanguage _,
          Verb.JoinQueue _,
          Verb.LeaveWithPromise _,
          Verb.HandOffToRescue _,
          Verb.EndCall _ ->
          Duration.ZERO;
    };
  }
}
