package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.line.DecideLine;
import org.hotline115.callflow.line.LineAct;
import org.hotline115.callflow.line.LineActId;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.line.LineResult;
import org.hotline115.callflow.line.LineStatus;
import org.hotline115.callflow.line.PutCallFirst;
import org.hotline115.callflow.statistics.CallFigures;
import org.hotline115.callflow.statistics.IndicatorCode;
import org.jspecify.annotations.Nullable;

/** The supervisor's switches: how each line stands, and what was decided about it and why. */
public final class LineRoutes implements Routes {

  private static final int ACTS_SHOWN = 50;
  private static final int CAP_MAX = 10_000;
  private static final Duration AHEAD_MAX = Duration.ofDays(31);

  private final LineFeature lines;
  private final PutCallFirst putCallFirst;
  private final Supplier<CallFigures> today;
  private final DisplayNames names;
  private final InstantSource clock;

  public LineRoutes(
      LineFeature lines,
      PutCallFirst putCallFirst,
      Supplier<CallFigures> today,
      DisplayNames names,
      InstantSource clock) {
    this.lines = lines;
    this.putCallFirst = putCallFirst;
    this.today = today;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/lines", this::list);
    api.post("/api/lines/:line/acts", this::decide);
    api.post("/api/calls/:callId/first", this::putFirst);
  }

  private record Lines(Instant at, TodayView today, List<LineView> lines, List<ActView> acts) {}

  /** Who rang since midnight, each person once; shares are 0 to 1, null where nobody rang. */
  private record TodayView(
      long received,
      long withKey,
      long callers,
      long joined,
      long mostOfOne,
      @Nullable Double repeatRate,
      @Nullable Double callerAccessRate,
      @Nullable Double withheldShare) {

    static TodayView of(CallFigures day) {
      return new TodayView(
          day.outcomes().received(),
          day.callers().withKey(),
          day.callers().callers(),
          day.callers().joined(),
          day.callers().mostOfOne(),
          day.indicator(IndicatorCode.REPEAT_RATE).value(),
          day.indicator(IndicatorCode.CALLER_ACCESS_RATE).value(),
          day.indicator(IndicatorCode.WITHHELD_SHARE).value());
    }
  }

  private record LineView(
      String line,
      String name,
      String kind,
      List<String> numbers,
      boolean open,
      @Nullable Instant closedFrom,
      @Nullable Instant closedUntil,
      boolean voicemail,
      @Nullable Integer cap,
      @Nullable ActView capMoved,
      @Nullable ActView decided) {}

  private record ActView(
      UUID actId,
      String line,
      LineAct.Kind act,
      @Nullable Instant until,
      @Nullable Integer cap,
      @Nullable String callId,
      String reason,
      String by,
      Instant at) {}

  private Answer list(ApiRequest request) {
    return Answer.ok(
        new Lines(
            clock.instant(),
            TodayView.of(today.get()),
            lines.readLines().all().stream().map(this::view).toList(),
            lines.newestActs(ACTS_SHOWN).stream().map(this::view).toList()));
  }

  private LineView view(LineStatus status) {
    var line = status.plan().line();
    LineAct decided = status.decided();
    LineAct capMoved = status.capMoved();
    return new LineView(
        line.code(),
        line.name(),
        line.kind().name(),
        line.numbers(),
        status.open(),
        status.nextClosure().map(closure -> closure.from()).orElse(null),
        status.nextClosure().map(closure -> closure.until()).orElse(null),
        status.plan().voicemail(),
        status.cap(),
        capMoved == null ? null : view(capMoved),
        decided == null ? null : view(decided));
  }

  private ActView view(LineAct act) {
    return new ActView(
        act.actId().value(),
        act.line(),
        act.kind(),
        act.until(),
        act.cap(),
        act.callId(),
        act.reason(),
        names.of(act.by()),
        act.at());
  }

  private Answer decide(ApiRequest request) {
    Fields fields = request.fields();
    Instant now = clock.instant();
    LineActId actId = new LineActId(fields.uuid("actId"));
    LineAct.Kind act = fields.code("act", LineAct.Kind.class);
    boolean isSwitch = act == LineAct.Kind.OPENED || act == LineAct.Kind.CLOSED;
    Instant until =
        isSwitch ? fields.optionalInstant("until", now, now.plus(AHEAD_MAX)).orElse(null) : null;
    Integer cap = act == LineAct.Kind.CAP_MOVED ? fields.number("cap", 0, CAP_MAX) : null;
    String reason = reason(fields);
    fields.nothingElse();
    if (act == LineAct.Kind.CALL_PUT_FIRST) {
      throw Problem.field("INVALID_VALUE", "act", "a call is put first at its own address")
          .refused();
    }
    return answer(
        lines
            .decideLine()
            .run(
                new DecideLine.Wish(actId, request.path("line"), act, until, cap, reason),
                request.agent()));
  }

  private Answer putFirst(ApiRequest request) {
    Fields fields = request.fields();
    LineActId actId = new LineActId(fields.uuid("actId"));
    String line = fields.text("line", 32);
    String reason = reason(fields);
    fields.nothingElse();
    String callId = request.path("callId");
    if (!callId.matches(CallId.PATTERN)) {
      return Answer.problem(404, "NOT_FOUND", "there is nothing here");
    }
    return answer(putCallFirst.run(actId, line, callId, reason, request.agent()));
  }

  /** A decision without a reason is none: it stays visible for all who serve the line. */
  private static String reason(Fields fields) {
    String reason = fields.text("reason", LineAct.REASON_MAX).strip();
    if (reason.isEmpty()) {
      throw Problem.field("MISSING_FIELD", "reason", "say why, in a few words").refused();
    }
    return reason;
  }

  private Answer answer(LineResult result) {
    return switch (result) {
      case LineResult.Decided(LineStatus status) -> Answer.ok(view(status));
      case LineResult.NoSuchLine _ -> Answer.problem(404, "NOT_FOUND", "there is no such line");
      case LineResult.NeverCloses _ ->
          Answer.problem(422, "NEVER_CLOSES", "the public 115 is open day and night");
      case LineResult.OtherAct _ ->
          Answer.problem(
              new Problem(409, "OTHER_ACT", "actId", "this id is another decision's", Map.of()));
      case LineResult.NotMoved _ ->
          Answer.problem(409, "NOT_WAITING", "this call does not wait, or the exchange is away");
      case LineResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again, same id");
    };
  }
}
