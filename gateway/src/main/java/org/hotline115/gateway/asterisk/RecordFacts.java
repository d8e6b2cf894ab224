package org.hotline115.gateway.asterisk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.caller.Callers;
import org.jspecify.annotations.Nullable;

/** From a line of Asterisk's own records to the fact it means, if it means one. */
final class RecordFacts {

  private static final int CEL_FIELDS = 11;
  private static final int QUEUE_LOG_FIELDS_MIN = 5;
  private static final Pattern CAUSE = Pattern.compile("\"hangupcause\"\\s*:\\s*(\\d{1,3})");
  private static final Pattern EXTRA = Pattern.compile("\"extra\"\\s*:\\s*\"([^\"]*)\"");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");

  private final Lines lines;
  private final Callers callers;

  RecordFacts(Lines lines, Callers callers) {
    this.lines = lines;
    this.callers = callers;
  }

  /**
   * eventtime,eventtype,userdeftype,linkedid,uniqueid,channame,context,exten,appname,cid_num,extra
   * (config/asterisk/etc/cel_custom.conf).
   */
  Optional<CallFact> ofCel(String line) {
    List<String> fields = CsvLine.fields(line);
    if (fields.size() < CEL_FIELDS) {
      return Optional.empty();
    }
    Optional<CallFact> besideATalk = RescueBesideTalk.fact(fields);
    if (besideATalk.isPresent()) {
      return besideATalk;
    }
    Optional<CallFact> third =
        time(fields.getFirst()).flatMap(at -> ThirdPartyWords.ofCel(fields, at));
    if (third.isPresent()) {
      return third;
    }
    if (!fields.get(3).equals(fields.get(4))) {
      return switch (fields.get(2)) {
        case "HOTLINE_RESCUE_ANSWERED" -> ofRescue(fields);
        case "HOTLINE_LANGUAGE" -> ofAgentsLeg(fields);
        default -> ofPersonsHalf(fields);
      };
    }
    Optional<Instant> at = time(fields.getFirst());
    Optional<CallId> call = AmiFacts.call(fields.get(3), null);
    String context = fields.get(6);
    String exten = fields.get(7);
    boolean ours = call.isPresent() && call.get().isOutbound();
    if (at.isEmpty() || call.isEmpty() || !(ours || lines.inside(context, exten))) {
      return Optional.empty();
    }
    CallId id = call.get();
    String type = fields.get(1).equals("USER_DEFINED") ? fields.get(2) : fields.get(1);
    return switch (type) {
      case "CHAN_START" ->
          lines
              .dialled(context, exten)
              .map(line115 ->
                  new CallFact.Arrived(id, at.get(), line115, callers.identify(fields.get(9))));
      case "HANGUP", "CHAN_END" ->
          Optional.of(new CallFact.Ended(id, at.get(), cause(fields.get(10))));
      case "HOTLINE_PROMISED" ->
          Optional.of(new CallFact.LeftQueue(id, at.get(), promised(fields.get(10))));
      case "HOTLINE_EMERGENCY" -> Optional.of(new CallFact.EmergencyHandoff(id, at.get()));
      case "HOTLINE_RESCUE_MISSED" ->
          Optional.of(new CallFact.RescueMissed(id, at.get(), service(fields.get(10))));
      default -> Optional.empty(); // other kinds of records tell nothing that we keep
    };
  }

  /** Told on the rescue's own leg, whose Linkedid is the caller's. */
  private static Optional<CallFact> ofRescue(List<String> fields) {
    Optional<Instant> at = time(fields.getFirst());
    return at.flatMap(when ->
        AmiFacts.call(fields.get(3), null)
            .filter(call -> !call.isOutbound())
            .map(call -> new CallFact.RescueAnswered(call, when, service(fields.get(10)))));
  }

  /** An agent was passed over: told on his new leg, whose Linkedid is the caller's. */
  private static Optional<CallFact> ofAgentsLeg(List<String> fields) {
    return time(fields.getFirst())
        .flatMap(at ->
            AmiFacts.call(fields.get(3), null).map(call -> new CallFact.LanguageHeld(call, at)));
  }

  /** Which wish was granted (HOTLINE_WISH): the three count differently. */
  private static QueueExit promised(String json) {
    return switch (extra(json)) {
      case "full" -> QueueExit.FULL;
      case "maxwait" -> QueueExit.TIMED_OUT;
      default -> QueueExit.FOR_CALLBACK;
    };
  }

  private static @Nullable RescueService service(String json) {
    return RescueService.read(extra(json)).orElse(null);
  }

  /** The other half of a callback has its own Uniqueid, and tells by events of the dialplan. */
  private static Optional<CallFact> ofPersonsHalf(List<String> fields) {
    Optional<Instant> at = time(fields.getFirst());
    Optional<CallId> call = AmiFacts.call(fields.get(3), null).filter(CallId::isOutbound);
    String type = fields.get(2);
    if (at.isEmpty() || call.isEmpty()) {
      return Optional.empty();
    }
    if (type.startsWith("HOTLINE_MISSED_")) {
      String status = type.substring("HOTLINE_MISSED_".length());
      return Optional.of(HotlineCallbackEvent.fact(call.get(), at.get(), status));
    }
    return type.equals("HOTLINE_DIALLING") || type.equals("HOTLINE_REACHED")
        ? Optional.of(
            HotlineCallbackEvent.fact(call.get(), at.get(), type.substring("HOTLINE_".length())))
        : Optional.empty();
  }

  /** time|callid|queue|agent|event|data1|data2|... */
  Optional<CallFact> ofQueueLog(String line) {
    List<String> fields = List.of(line.replace("\0", "").split("\\|", -1));
    if (fields.size() < QUEUE_LOG_FIELDS_MIN || !lines.queues().contains(fields.get(2))) {
      return Optional.empty();
    }
    Optional<Instant> at = time(fields.getFirst());
    Optional<CallId> call = AmiFacts.call(fields.get(1), null);
    if (at.isEmpty() || call.isEmpty()) {
      return Optional.empty();
    }
    CallId id = call.get();
    return switch (fields.get(4)) {
      case "ENTERQUEUE" ->
          Optional.of(new CallFact.EnteredQueue(id, at.get(), fields.get(2), number(fields, 7)));
      case "CONNECT" ->
          AmiFacts.agent(fields.get(3))
              .map(agent -> new CallFact.AgentConnected(id, at.get(), agent, seconds(fields, 7)));
      case "COMPLETEAGENT", "COMPLETECALLER" -> Optional.of(new CallFact.TalkEnded(id, at.get()));
      case "RINGNOANSWER" ->
          AmiFacts.agent(fields.get(3)).map(agent -> new CallFact.RingMissed(id, at.get(), agent));
      case "ABANDON" -> Optional.of(new CallFact.LeftQueue(id, at.get(), QueueExit.ABANDONED));
      case "EXITWITHTIMEOUT" ->
          Optional.of(new CallFact.LeftQueue(id, at.get(), QueueExit.TIMED_OUT));
      case "EXITEMPTY" -> Optional.of(new CallFact.LeftQueue(id, at.get(), QueueExit.EMPTY));
      // EXITWITHKEY only says that he wanted to speak of a callback or of danger; what came of it
      // is
      // told by the dialplan. Members, pauses, configuration are not about a call.
      default -> Optional.empty();
    };
  }

  /** What the dialplan said with its event; empty when it said nothing. */
  static String extra(String json) {
    Matcher found = EXTRA.matcher(json);
    return found.find() ? found.group(1) : "";
  }

  /** Seconds since 1970, whole (queue log) or with a fraction (CEL). */
  static Optional<Instant> time(String seconds) {
    if (!SECONDS.matcher(seconds).matches()) {
      return Optional.empty(); // also "1E795352221", which would take minutes to be worked out
    }
    BigDecimal micros = new BigDecimal(seconds).movePointRight(6);
    return Optional.of(Instant.EPOCH.plus(micros.longValue(), ChronoUnit.MICROS));
  }

  private static int cause(String extra) {
    Matcher found = CAUSE.matcher(extra);
    return found.find() ? Integer.parseInt(found.group(1)) : 0;
  }

  private static Integer number(List<String> fields, int index) {
    return Math.toIntExact(seconds(fields, index));
  }

  private static long seconds(List<String> fields, int index) {
    String text = fields.size() > index ? fields.get(index) : "";
    return text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }
}
