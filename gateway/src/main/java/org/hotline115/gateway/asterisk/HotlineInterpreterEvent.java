package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.asteriskjava.manager.event.UserEvent;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.jspecify.annotations.Nullable;

/**
 * What the dialplan tells of an interpreter beside a talk (context interpreter-tells). Its leg is a
 * channel of its own, so each word names the call: "ar ism hotline1-1795352221.4".
 */
public final class HotlineInterpreterEvent extends UserEvent {

  private static final long serialVersionUID = 1L;
  private static final String KIND = "HOTLINE_INTERPRETER_";
  private static final Pattern WHO =
      Pattern.compile("([a-z]{2,3}) ([a-z][a-z0-9-]{0,31}) (" + CallId.PATTERN + ")");

  private @Nullable String status;
  private @Nullable String who;

  public HotlineInterpreterEvent(Object source) {
    super(source);
  }

  public void setStatus(String word) {
    status = word;
  }

  public void setWho(String words) {
    who = words;
  }

  Optional<CallFact> fact(Instant at) {
    return fact(status, who, at);
  }

  /** A line of the witness that says the same. */
  static Optional<CallFact> ofCel(String type, String json, Instant at) {
    return type.startsWith(KIND)
        ? fact(type.substring(KIND.length()), RecordFacts.extra(json), at)
        : Optional.empty();
  }

  private static Optional<CallFact> fact(
      @Nullable String status, @Nullable String who, Instant at) {
    Matcher named = WHO.matcher(who == null ? "" : who);
    if (status == null || !named.matches()) {
      return Optional.empty();
    }
    CallId call = new CallId(named.group(3));
    return switch (status) {
      case "RINGING" ->
          Optional.of(new CallFact.InterpreterRung(call, at, named.group(1), named.group(2)));
      case "ANSWERED" -> Optional.of(new CallFact.InterpreterAnswered(call, at));
      case "MISSED" -> Optional.of(new CallFact.InterpreterMissed(call, at));
      case "ENDED" -> Optional.of(new CallFact.InterpreterEnded(call, at));
      default -> Optional.empty();
    };
  }
}
