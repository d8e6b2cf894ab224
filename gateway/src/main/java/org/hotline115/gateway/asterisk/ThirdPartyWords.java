package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.jspecify.annotations.Nullable;

/**
 * What the dialplan says of somebody who is asked into a talk (contexts KIND-tells), live and to
 * its records. The leg is a channel of its own, so each word names the call at its end.
 *
 * @param cel how the records begin that say it
 * @param who "ar ism hotline1-1795352221.4" of an interpreter, "karim hotline1-1795352221.4" of a
 *     colleague
 */
record ThirdPartyWords(
    String cel,
    Pattern who,
    Rung rung,
    BiFunction<CallId, Instant, CallFact> answered,
    BiFunction<CallId, Instant, CallFact> missed,
    BiFunction<CallId, Instant, CallFact> ended) {

  interface Rung {
    CallFact of(CallId call, Instant at, Matcher named);
  }

  static final ThirdPartyWords INTERPRETER =
      new ThirdPartyWords(
          "HOTLINE_INTERPRETER_",
          ending("([a-z]{2,3}) ([a-z][a-z0-9-]{0,31})"),
          (call, at, named) ->
              new CallFact.InterpreterRung(call, at, named.group(1), named.group(2)),
          CallFact.InterpreterAnswered::new,
          CallFact.InterpreterMissed::new,
          CallFact.InterpreterEnded::new);

  static final ThirdPartyWords COLLEAGUE =
      new ThirdPartyWords(
          "HOTLINE_COLLEAGUE_",
          ending("([a-z][a-z0-9-]{0,31})"),
          (call, at, named) -> new CallFact.ColleagueRung(call, at, new AgentId(named.group(1))),
          CallFact.ColleagueAnswered::new,
          CallFact.ColleagueMissed::new,
          CallFact.ColleagueEnded::new);

  private static Pattern ending(String details) {
    return Pattern.compile(details + " (?<call>" + CallId.PATTERN + ")");
  }

  /** Nothing when the words are not ours. */
  Optional<CallFact> fact(@Nullable String status, @Nullable String words, Instant at) {
    Matcher named = who.matcher(words == null ? "" : words);
    if (status == null || !named.matches()) {
      return Optional.empty();
    }
    CallId call = new CallId(named.group("call"));
    return switch (status) {
      case "RINGING" -> Optional.of(rung.of(call, at, named));
      case "ANSWERED" -> Optional.of(answered.apply(call, at));
      case "MISSED" -> Optional.of(missed.apply(call, at));
      case "ENDED" -> Optional.of(ended.apply(call, at));
      case "PASSED_ON" -> Optional.of(new CallFact.TalkEnded(call, at)); // named: who left
      default -> Optional.empty();
    };
  }

  /** A line of the witness that says the same of anybody. */
  static Optional<CallFact> ofCel(List<String> fields, Instant at) {
    String type = fields.get(2);
    return Stream.of(INTERPRETER, COLLEAGUE)
        .filter(kind -> type.startsWith(kind.cel))
        .findFirst()
        .flatMap(kind ->
            kind.fact(type.substring(kind.cel.length()), RecordFacts.extra(fields.get(10)), at));
  }
}
