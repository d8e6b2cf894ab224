package org.hotline115.callflow.statistics;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * The indicators of telephony (domain page, 5.1) that the rows on record carry: code, unit, formula
 * and what is left out, each beside the computation. A changed formula is a new {@link #version}.
 * Not here: {@code occupancy}, for agents' states of the past are not on record.
 */
public enum IndicatorCode {
  RECEIVED(
      Unit.CALLS,
      "R",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) -> Indicator.count(code, f.outcomes().received(), f.leftOut().all())),
  BLOCKED(
      Unit.CALLS,
      "BF + BT",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) -> Indicator.count(code, f.outcomes().blocked(), f.leftOut().all())),
  OFFERED(
      Unit.CALLS,
      "O = A + S + B + C + T + X + W",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) -> Indicator.count(code, f.outcomes().offered(), f.leftOut().all())),
  ANSWERED(
      Unit.CALLS,
      "A",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) -> Indicator.count(code, f.outcomes().answered(), f.leftOut().all())),
  ANSWER_RATE_RECEIVED(
      Unit.SHARE,
      "A / R",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) ->
          Indicator.ratio(
              code, f.outcomes().answered(), f.outcomes().received(), f.leftOut().all())),
  ANSWER_RATE_OFFERED(
      Unit.SHARE,
      "A / O",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) ->
          Indicator.ratio(
              code, f.outcomes().answered(), f.outcomes().offered(), f.leftOut().all())),
  ABANDON_RATE(
      Unit.SHARE,
      "B / (O - S)",
      Exclusion.SHORT_ABANDON,
      (code, f) ->
          Indicator.ratio(
              code,
              f.outcomes().abandoned(),
              f.outcomes().offeredInEarnest(),
              f.outcomes().abandonedShort())),
  FORCED_EXIT_RATE(
      Unit.SHARE,
      "(T + X) / O",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) ->
          Indicator.ratio(
              code,
              f.outcomes().timedOut() + f.outcomes().exitEmpty(),
              f.outcomes().offered(),
              f.leftOut().all())),
  CALLBACK_SHARE(
      Unit.SHARE,
      "C / O",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) ->
          Indicator.ratio(
              code, f.outcomes().leftForCallback(), f.outcomes().offered(), f.leftOut().all())),
  CALLBACK_REACH_RATE(
      Unit.SHARE,
      "reached / due in the period",
      Exclusion.CANCELLED_OR_WRITTEN,
      (code, f) ->
          Indicator.ratio(
              code, f.promises().reached(), f.promises().due(), f.promises().leftOut())),
  CALLBACK_ON_TIME(
      Unit.SHARE,
      "reached by dueBy / due in the period",
      Exclusion.CANCELLED_OR_WRITTEN,
      (code, f) ->
          Indicator.ratio(code, f.promises().onTime(), f.promises().due(), f.promises().leftOut())),
  SERVED_RATE(
      Unit.SHARE,
      "(A + calls whose callback was reached) / (R - I)",
      Exclusion.IVR_ONLY,
      (code, f) ->
          Indicator.ratio(
              code,
              f.outcomes().answered() + f.promises().served(),
              f.outcomes().received() - f.outcomes().ivrOnly(),
              f.outcomes().ivrOnly())),
  SERVICE_LEVEL(
      Unit.SHARE,
      "count(A with wait <= T) / (O - S)",
      Exclusion.SHORT_ABANDON,
      (code, f) ->
          Indicator.ratio(
              code,
              f.waits().withinLevel(),
              f.outcomes().offeredInEarnest(),
              f.outcomes().abandonedShort())),
  ASA(
      Unit.SECONDS,
      "sum(wait of A) / A",
      Exclusion.NO_WAIT_KNOWN,
      (code, f) ->
          Indicator.ratio(code, f.waits().ofAnswered(), f.waits().known(), withoutWait(f))),
  MEDIAN_WAIT(
      Unit.SECONDS,
      "median(wait of A)",
      Exclusion.NO_WAIT_KNOWN,
      (code, f) -> new Indicator(code, f.waits().median(), f.waits().known(), withoutWait(f))),
  P90_WAIT(
      Unit.SECONDS,
      "90th percentile(wait of A)",
      Exclusion.NO_WAIT_KNOWN,
      (code, f) -> new Indicator(code, f.waits().p90(), f.waits().known(), withoutWait(f))),
  AVG_ABANDON_WAIT(
      Unit.SECONDS,
      "sum(wait of B) / B",
      Exclusion.NO_WAIT_KNOWN,
      (code, f) ->
          Indicator.ratio(
              code,
              f.waits().ofAbandoned(),
              f.waits().knownAbandoned(),
              f.outcomes().abandoned() - f.waits().knownAbandoned())),
  LONGEST_WAIT_NOW(
      Unit.SECONDS,
      "now - min(enqueuedAt of W)",
      Exclusion.NOTHING,
      (code, f) -> new Indicator(code, f.waits().longestNow(), f.outcomes().waiting(), 0)),
  LONGEST_WAIT_PERIOD(
      Unit.SECONDS,
      "max(wait of A, S, B, C, T, X)",
      Exclusion.NOTHING,
      (code, f) ->
          new Indicator(
              code, f.waits().longest(), f.outcomes().offered() - f.outcomes().waiting(), 0)),
  AHT(
      Unit.SECONDS,
      "(sum talk with holds + sum wrapUp) / A",
      Exclusion.NOT_OVER,
      (code, f) ->
          Indicator.ratio(
              code,
              f.handling().talkSeconds() + f.handling().wrapUpSeconds(),
              f.handling().ended(),
              f.outcomes().answered() - f.handling().ended())),
  DISTINCT_CALLERS(
      Unit.CALLERS,
      "sum over days of count(distinct callerKey)",
      Exclusion.NO_NUMBER,
      (code, f) ->
          new Indicator(
              code, (double) f.callers().callers(), f.callers().withKey(), withoutNumber(f))),
  WITHHELD_SHARE(
      Unit.SHARE,
      "calls without callerKey / R",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) ->
          Indicator.ratio(code, withoutNumber(f), f.outcomes().received(), f.leftOut().all())),
  REPEAT_RATE(
      Unit.SHARE,
      "1 - distinctCallers / Rk",
      Exclusion.NO_NUMBER,
      (code, f) ->
          Indicator.ratio(
              code,
              f.callers().withKey() - f.callers().callers(),
              f.callers().withKey(),
              withoutNumber(f))),
  CALLS_PER_CALLER(
      Unit.CALLS_PER_CALLER,
      "Rk / distinctCallers",
      Exclusion.NO_NUMBER,
      (code, f) ->
          Indicator.ratio(code, f.callers().withKey(), f.callers().callers(), withoutNumber(f))),
  CALLER_ACCESS_RATE(
      Unit.SHARE,
      "callers with an A or a reached callback the same day / distinctCallers",
      Exclusion.NO_NUMBER,
      (code, f) ->
          Indicator.ratio(code, f.callers().joined(), f.callers().callers(), withoutNumber(f))),
  ATTEMPTS_BEFORE_ANSWER(
      Unit.CALLS,
      "median over callers joined of calls of the day until joined",
      Exclusion.NO_NUMBER,
      (code, f) ->
          new Indicator(code, f.callers().attempts(), f.callers().joined(), withoutNumber(f))),
  TIME_TO_REACH(
      Unit.SECONDS,
      "median over callers joined of (joined - first call of the day)",
      Exclusion.NO_NUMBER,
      (code, f) ->
          new Indicator(
              code, f.callers().secondsToReach(), f.callers().joined(), withoutNumber(f))),
  TRANSFER_RATE(
      Unit.SHARE,
      "A from which the agent rang the rescue / A",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) ->
          Indicator.ratio(
              code, f.handling().toRescue(), f.outcomes().answered(), f.leftOut().all())),
  CONTACT_PER_CALL(
      Unit.SHARE,
      "A with a closed contact / A",
      Exclusion.TEST_OR_IN_MENU,
      (code, f) ->
          Indicator.ratio(
              code, f.handling().withContact(), f.outcomes().answered(), f.leftOut().all()));

  private static final Pattern WORD_START = Pattern.compile("_([a-z0-9])");

  private final Unit unit;
  private final String formula;
  private final Exclusion excludes;

  @SuppressWarnings("ImmutableEnumChecker") // of its arguments only
  private final BiFunction<IndicatorCode, CallFigures, Indicator> computation;

  IndicatorCode(
      Unit unit,
      String formula,
      Exclusion excludes,
      BiFunction<IndicatorCode, CallFigures, Indicator> computation) {
    this.unit = unit;
    this.formula = formula;
    this.excludes = excludes;
    this.computation = computation;
  }

  Indicator of(CallFigures figures) {
    return computation.apply(this, figures);
  }

  private static long withoutWait(CallFigures figures) {
    return figures.outcomes().answered() - figures.waits().known();
  }

  private static long withoutNumber(CallFigures figures) {
    return figures.outcomes().received() - figures.callers().withKey();
  }

  /** As the domain page writes it: {@code answerRateReceived}. */
  public String code() {
    return WORD_START
        .matcher(name().toLowerCase(Locale.ROOT))
        .replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT));
  }

  public Unit unit() {
    return unit;
  }

  /** In the letters of the domain page. */
  public String formula() {
    return formula;
  }

  public Exclusion excludes() {
    return excludes;
  }

  /** Of the formula: two figures of different versions must not be compared. */
  public int version() {
    return 1;
  }
}
