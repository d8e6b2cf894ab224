package org.hotline115.callflow.call;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.SealedNumber;
import org.jspecify.annotations.Nullable;

/** A fact as one line of text, for the spool. Holds no readable number. */
final class FactLine {

  private static final String NOTHING = "-";

  private FactLine() {}

  static String write(CallFact fact) {
    List<String> words = new ArrayList<>();
    words.add(fact.getClass().getSimpleName());
    words.add(fact.callId().linkedid());
    words.add(fact.at().toString());
    switch (fact) {
      case CallFact.Arrived arrived -> {
        words.add(arrived.line());
        words.add(arrived.caller().state().name());
        CallerKey key = arrived.caller().key();
        SealedNumber number = arrived.caller().number();
        words.add(key == null ? NOTHING : key.hex());
        words.add(number == null ? NOTHING : number.base64());
      }
      case CallFact.LanguageChosen chosen -> words.add(chosen.language());
      case CallFact.EnteredQueue entered -> {
        words.add(entered.queue());
        words.add(entered.position() == null ? NOTHING : entered.position().toString());
      }
      case CallFact.AgentRinging ringing -> words.add(ringing.agent().value());
      case CallFact.RingMissed missed -> words.add(missed.agent().value());
      case CallFact.AgentConnected connected -> {
        words.add(connected.agent().value());
        words.add(Long.toString(connected.ringSeconds()));
      }
      case CallFact.WrappedUp wrapped -> words.add(wrapped.agent().value());
      case CallFact.LeftQueue left -> words.add(left.exit().name());
      case CallFact.Ended ended -> words.add(Integer.toString(ended.hangupCause()));
      case CallFact.Ranked ranked -> {
        CallId of = ranked.rank().of();
        words.add(ranked.rank().at().toString());
        words.add(ranked.rank().reason().name());
        words.add(of == null ? NOTHING : of.linkedid());
      }
      case CallFact.PersonMissed missed -> words.add(missed.why().name());
      case CallFact.EmergencyHandoff handoff -> words.add(service(handoff.service()));
      case CallFact.RescueAnswered answered -> words.add(service(answered.service()));
      case CallFact.RescueMissed missed -> words.add(service(missed.service()));
      case CallFact.InterpreterRung rung -> {
        words.add(rung.language());
        words.add(rung.service());
      }
      case CallFact.ColleagueRung rung -> words.add(rung.agent().value());
      case CallFact.InterpreterAnswered _,
          CallFact.InterpreterMissed _,
          CallFact.InterpreterEnded _,
          CallFact.ColleagueAnswered _,
          CallFact.ColleagueMissed _,
          CallFact.ColleagueEnded _,
          CallFact.LanguageHeld _,
          CallFact.PersonDialled _,
          CallFact.PersonReached _,
          CallFact.HoldStarted _,
          CallFact.HoldEnded _,
          CallFact.TalkEnded _,
          CallFact.CutOff _ -> {}
    }
    return String.join(
        "\t", words.stream().map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8)).toList());
  }

  /** Nothing when the line is torn: the process died while it was written. */
  static Optional<CallFact> read(String line) {
    try {
      List<String> words = new ArrayList<>();
      for (String word : line.split("\t", -1)) {
        words.add(URLDecoder.decode(word, StandardCharsets.UTF_8));
      }
      return Optional.of(fact(words));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException torn) {
      return Optional.empty();
    }
  }

  private static CallFact fact(List<String> words) {
    CallId id = new CallId(words.get(1));
    Instant at = Instant.parse(words.get(2));
    return switch (words.getFirst()) {
      case "Arrived" ->
          new CallFact.Arrived(
              id, at, words.get(3), caller(words.get(4), words.get(5), words.get(6)));
      case "LanguageChosen" -> new CallFact.LanguageChosen(id, at, words.get(3));
      case "LanguageHeld" -> new CallFact.LanguageHeld(id, at);
      case "InterpreterRung" -> new CallFact.InterpreterRung(id, at, words.get(3), words.get(4));
      case "InterpreterAnswered" -> new CallFact.InterpreterAnswered(id, at);
      case "InterpreterMissed" -> new CallFact.InterpreterMissed(id, at);
      case "InterpreterEnded" -> new CallFact.InterpreterEnded(id, at);
      case "ColleagueRung" -> new CallFact.ColleagueRung(id, at, new AgentId(words.get(3)));
      case "ColleagueAnswered" -> new CallFact.ColleagueAnswered(id, at);
      case "ColleagueMissed" -> new CallFact.ColleagueMissed(id, at);
      case "ColleagueEnded" -> new CallFact.ColleagueEnded(id, at);
      case "EnteredQueue" ->
          new CallFact.EnteredQueue(id, at, words.get(3), position(words.get(4)));
      case "AgentRinging" -> new CallFact.AgentRinging(id, at, new AgentId(words.get(3)));
      case "RingMissed" -> new CallFact.RingMissed(id, at, new AgentId(words.get(3)));
      case "AgentConnected" ->
          new CallFact.AgentConnected(
              id, at, new AgentId(words.get(3)), Long.parseLong(words.get(4)));
      case "HoldStarted" -> new CallFact.HoldStarted(id, at);
      case "HoldEnded" -> new CallFact.HoldEnded(id, at);
      case "TalkEnded" -> new CallFact.TalkEnded(id, at);
      case "LeftQueue" -> new CallFact.LeftQueue(id, at, QueueExit.valueOf(words.get(3)));
      case "EmergencyHandoff" -> new CallFact.EmergencyHandoff(id, at, service(words.get(3)));
      case "RescueAnswered" -> new CallFact.RescueAnswered(id, at, service(words.get(3)));
      case "RescueMissed" -> new CallFact.RescueMissed(id, at, service(words.get(3)));
      case "Ended" -> new CallFact.Ended(id, at, Integer.parseInt(words.get(3)));
      case "CutOff" -> new CallFact.CutOff(id, at);
      case "Ranked" -> new CallFact.Ranked(id, at, rank(words.get(3), words.get(4), words.get(5)));
      case "PersonDialled" -> new CallFact.PersonDialled(id, at);
      case "PersonReached" -> new CallFact.PersonReached(id, at);
      case "PersonMissed" ->
          new CallFact.PersonMissed(id, at, DialBack.Unreached.valueOf(words.get(3)));
      case "WrappedUp" -> new CallFact.WrappedUp(id, at, new AgentId(words.get(3)));
      default -> throw new IllegalArgumentException("no such fact");
    };
  }

  private static Rank rank(String at, String reason, String of) {
    return new Rank(
        Instant.parse(at), Rank.Reason.valueOf(reason), of.equals(NOTHING) ? null : new CallId(of));
  }

  private static String service(@Nullable RescueService service) {
    return service == null ? NOTHING : service.number();
  }

  private static @Nullable RescueService service(String word) {
    return word.equals(NOTHING) ? null : new RescueService(word);
  }

  private static @Nullable Integer position(String word) {
    return word.equals(NOTHING) ? null : Integer.valueOf(word);
  }

  private static CallerIdentity caller(String state, String key, String number) {
    return new CallerIdentity(
        CallerIdState.valueOf(state),
        key.equals(NOTHING) ? null : new CallerKey(key),
        number.equals(NOTHING) ? null : new SealedNumber(number));
  }
}
