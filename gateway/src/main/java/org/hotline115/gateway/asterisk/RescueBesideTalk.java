package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RescueService;

/**
 * A line of the witness about a rescue that an agent rang beside a talk. Its leg is a channel of
 * its own, so the line names the call: "15 hotline1-1795352221.4".
 */
final class RescueBesideTalk {

  private static final String KIND = "HOTLINE_RESCUE_";
  private static final Pattern OF_A_CALL = Pattern.compile("([0-9]{2,3}) (" + CallId.PATTERN + ")");

  private RescueBesideTalk() {}

  static Optional<CallFact> fact(List<String> fields) {
    String type = fields.get(2);
    if (!type.startsWith(KIND)) {
      return Optional.empty();
    }
    Matcher named = OF_A_CALL.matcher(RecordFacts.extra(fields.get(10)));
    if (!named.matches()) {
      return Optional.empty();
    }
    RescueService service = new RescueService(named.group(1));
    return RecordFacts.time(fields.getFirst())
        .flatMap(at ->
            AmiFacts.call(named.group(2), null)
                .flatMap(call -> fact(type.substring(KIND.length()), call, at, service)));
  }

  private static Optional<CallFact> fact(
      String what, CallId call, Instant at, RescueService service) {
    return switch (what) {
      case "RINGING" -> Optional.of(new CallFact.EmergencyHandoff(call, at, service));
      case "ANSWERED" -> Optional.of(new CallFact.RescueAnswered(call, at, service));
      case "MISSED" -> Optional.of(new CallFact.RescueMissed(call, at, service));
      default -> Optional.empty();
    };
  }
}
