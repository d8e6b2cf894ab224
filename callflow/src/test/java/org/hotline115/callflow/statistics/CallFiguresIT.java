package org.hotline115.callflow.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.line.Line;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.statistics.CallBook.Promise;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The indicators of telephony, by PostgreSQL, against the domain page and against Java. */
class CallFiguresIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");
  private static final LocalDate SPRING = LocalDate.parse("2026-03-29");
  private static final LocalDate AUTUMN = LocalDate.parse("2026-10-25");
  private static final Instant MORNING = Instant.parse("2026-11-23T07:00:00Z");
  private static final List<Line> LINES =
      List.of(line("public", LineKind.PUBLIC_115), line("essai", LineKind.TEST));

  private Instant now = Instant.parse("2026-12-24T12:00:00Z");
  private Database database;
  private CallBook book;
  private ReadReport reports;

  @BeforeEach
  void open() {
    database = TestServers.database();
    book = new CallBook(database);
    reports =
        new StatisticsFeature(
                new StatisticsFeature.Ground(database, () -> now, PARIS),
                LINES,
                StatisticsSettings.DEFAULTS)
            .readReport();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Line line(String code, LineKind kind) {
    return new Line(code, kind, code, Set.of(), List.of("115"), code);
  }

  private Report day(LocalDate day, Breakdown by) {
    return reports.run(Period.of(Span.DAY, day, PARIS), null, by);
  }

  private static @Nullable Double value(CallFigures figures, IndicatorCode code) {
    return figures.indicator(code).value();
  }

  /** R = 100: BF 12, BT 1, I 8, IE 1, A 40, S 5, B 20, C 9, T 3, X 1. */
  @Test
  void theVectorOfTheDomainPageIsCountedAsThere() {
    vector();

    CallFigures day = day(DAY, Breakdown.NONE).whole();

    assertThat(day.outcomes()).isEqualTo(new Outcomes(100, 12, 1, 8, 1, 40, 5, 20, 9, 3, 1, 0));
    assertThat(day.isWhole()).isTrue();
    assertThat(value(day, IndicatorCode.OFFERED)).isEqualTo(78);
    assertThat(value(day, IndicatorCode.BLOCKED)).isEqualTo(13);
    Map.of(
            IndicatorCode.ANSWER_RATE_RECEIVED, 0.400,
            IndicatorCode.ANSWER_RATE_OFFERED, 0.513,
            IndicatorCode.ABANDON_RATE, 0.274,
            IndicatorCode.FORCED_EXIT_RATE, 0.051,
            IndicatorCode.SERVICE_LEVEL, 0.301,
            IndicatorCode.SERVED_RATE, 0.511,
            IndicatorCode.REPEAT_RATE, 0.402,
            IndicatorCode.CALLER_ACCESS_RATE, 0.691,
            IndicatorCode.CALLBACK_REACH_RATE, 7.0 / 9)
        .forEach((code, expected) ->
            assertThat(value(day, code)).as(code.code()).isCloseTo(expected, within(0.0005)));
    assertThat(value(day, IndicatorCode.CALLS_PER_CALLER)).isCloseTo(1.67, within(0.005));
    assertThat(value(day, IndicatorCode.DISTINCT_CALLERS)).isEqualTo(55);
    assertThat(day.callers().joined()).isEqualTo(38);
    assertThat(day.indicator(IndicatorCode.SERVICE_LEVEL))
        .isEqualTo(new Indicator(IndicatorCode.SERVICE_LEVEL, 22.0 / 73, 73, 5));
    assertThat(day.indicator(IndicatorCode.REPEAT_RATE).used()).isEqualTo(92);
    assertThat(day.indicator(IndicatorCode.REPEAT_RATE).excluded()).isEqualTo(8);
  }

  /** 8 answered calls without a number; callers 0 to 30 answered, 31 to 37 called back. */
  private void vector() {
    for (int i = 0; i < 40; i++) {
      CallerKey caller = i < 8 ? null : CallBook.key((i - 8) % 31);
      book.answered(caller, MORNING.plusSeconds(60L * i), i < 22 ? 5L * i : 121);
    }
    for (int i = 0; i < 9; i++) {
      CallId from =
          book.leaves(
              CallBook.key(31 + i), MORNING.plusSeconds(70L * i), 90, QueueExit.FOR_CALLBACK);
      book.promise(
          new Promise(
              from,
              "public",
              "fr",
              CallBook.key(31 + i),
              MORNING.plusSeconds(7_200),
              i < 7 ? "REACHED" : "UNREACHABLE",
              MORNING.plusSeconds(3_600),
              "VOICE"));
    }
    int other = 0;
    for (int i = 0; i < 12; i++) {
      exits(38 + other++ % 17, QueueExit.FULL);
    }
    for (int i = 0; i < 20; i++) {
      exits(38 + other++ % 17, QueueExit.ABANDONED);
    }
    for (int i = 0; i < 3; i++) {
      exits(38 + other++ % 17, QueueExit.TIMED_OUT);
    }
    exits(38 + other++ % 17, QueueExit.EMPTY);
    for (int i = 0; i < 5; i++) {
      book.leaves(CallBook.key(38 + other++ % 17), MORNING, 9, QueueExit.ABANDONED);
    }
    for (int i = 0; i < 8; i++) {
      CallId menu = book.arrives(CallBook.key(38 + other++ % 17), "public", MORNING);
      book.tell(new CallFact.Ended(menu, MORNING.plusSeconds(20), 16));
    }
    CallId rescued = book.arrives(CallBook.key(38), "public", MORNING);
    book.tell(
        new CallFact.EmergencyHandoff(rescued, MORNING.plusSeconds(3), new RescueService("15")));
    book.tell(
        new CallFact.RescueAnswered(rescued, MORNING.plusSeconds(5), new RescueService("15")));
    book.tell(new CallFact.Ended(rescued, MORNING.plusSeconds(90), 16));
    CallId cut = book.waits(CallBook.key(39), MORNING);
    book.tell(new CallFact.CutOff(cut, MORNING.plusSeconds(30)));
  }

  private void exits(int caller, QueueExit exit) {
    if (exit == QueueExit.FULL) {
      CallId id = book.arrives(CallBook.key(caller), "public", MORNING);
      book.tell(new CallFact.LeftQueue(id, MORNING.plusSeconds(2), exit));
      book.tell(new CallFact.Ended(id, MORNING.plusSeconds(2), 16));
    } else {
      book.leaves(CallBook.key(caller), MORNING.plusSeconds(caller), 200, exit);
    }
  }

  /** Three days around a clock change or not, over or still going on, in every cut. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whateverHappenedTheStatementCountsAsTheFormulasDo(long seed) {
    Random random = new Random(seed);
    LocalDate middle = List.of(DAY, SPRING, AUTUMN).get(random.nextInt(3));
    Period days =
        new Period(
            middle.minusDays(1),
            middle.plusDays(1),
            middle.minusDays(1).atStartOfDay(PARIS).toInstant(),
            middle.plusDays(2).atStartOfDay(PARIS).toInstant(),
            PARIS);
    now =
        seed % 2 == 0
            ? days.until().plusSeconds(86_400)
            : middle.atTime(15, 20).atZone(PARIS).toInstant();
    new RandomDays(book, random, now)
        .fill(days.from().minusSeconds(9_000), days.until().plusSeconds(9_000), 130);
    Period hours = Period.hours(middle, 8, 19, PARIS);

    for (Period period : List.of(days, hours, Period.of(Span.DAY, middle, PARIS))) {
      for (String line : new @Nullable String[] {null, "public", "professional"}) {
        for (Breakdown by : Breakdown.values()) {
          agrees(reports.run(period, line, by), line, seed);
        }
      }
    }
  }

  private void agrees(Report report, @Nullable String line, long seed) {
    Period period = report.period();
    assertThat(report.isWhole()).isTrue();
    assertThat(period.until()).isBeforeOrEqualTo(now);
    Predicate<Instant> inPeriod = at -> !at.isBefore(period.from()) && at.isBefore(period.until());
    compare(report.whole(), line, inPeriod, _ -> true, _ -> true, "whole, seed " + seed);
    long received = 0;
    for (int i = 0; i < report.rows().size(); i++) {
      Report.Row row = report.rows().get(i);
      Instant end = i + 1 < report.rows().size() ? report.rows().get(i + 1).from() : period.until();
      Predicate<Instant> inRow =
          row.from() == null
              ? inPeriod
              : at -> !at.isBefore(row.from()) && at.isBefore(end == null ? at : end);
      compare(
          row.figures(),
          line,
          inRow,
          call -> belongs(report.by(), row.key(), call.language(), call.line()),
          promise -> belongs(report.by(), row.key(), promise.language(), promise.line()),
          report.by() + " " + row.key() + ", seed " + seed);
      received += row.figures().outcomes().received();
    }
    if (report.by() != Breakdown.NONE) {
      assertThat(received).isEqualTo(report.whole().outcomes().received());
    }
  }

  private static boolean belongs(
      Breakdown by, String key, @Nullable String language, @Nullable String line) {
    return switch (by) {
      case LANGUAGE -> key.equals(language == null ? "" : language);
      case LINE -> key.equals(line == null ? "" : line);
      case NONE, HOUR, DAY -> true;
    };
  }

  private void compare(
      CallFigures figures,
      @Nullable String line,
      Predicate<Instant> within,
      Predicate<Call> calls,
      Predicate<Promise> promises,
      String what) {
    Map<String, @Nullable Double> naive =
        new NaiveFigures(book, PARIS, now)
            .of(
                line,
                call -> within.test(call.times().receivedAt()) && calls.test(call),
                promise -> within.test(promise.dueBy()) && promises.test(promise));
    assertThat(figures.indicators()).hasSameSizeAs(naive.keySet());
    for (Indicator indicator : figures.indicators()) {
      String code = indicator.code().code();
      assertThat(naive).containsKey(code);
      Double expected = naive.get(code);
      if (expected == null) {
        assertThat(indicator.value()).as(code + " of " + what).isNull();
      } else {
        assertThat(indicator.value())
            .as(code + " of " + what)
            .isNotNull()
            .isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void eachHourOfTheLongDayIsARowAndTheHourThatComesTwiceIsTwo() {
    Instant two = Instant.parse("2026-10-25T00:30:00Z");
    book.answered(CallBook.key(1), two, 4);
    book.answered(CallBook.key(2), two.plus(Duration.ofHours(1)), 4);
    book.answered(CallBook.key(3), two.plus(Duration.ofHours(1)), 4);
    book.answered(CallBook.key(4), Instant.parse("2026-10-25T22:59:59.999Z"), 4);
    book.answered(CallBook.key(5), Instant.parse("2026-10-25T23:00:00Z"), 4);

    Report autumn = day(AUTUMN, Breakdown.HOUR);

    assertThat(autumn.rows()).hasSize(25);
    assertThat(received(autumn, 2)).isEqualTo(1);
    assertThat(received(autumn, 3)).isEqualTo(2);
    assertThat(received(autumn, 24)).isEqualTo(1);
    assertThat(autumn.whole().outcomes().received()).isEqualTo(4);
    assertThat(day(SPRING, Breakdown.HOUR).rows()).hasSize(23);
  }

  private static long received(Report report, int row) {
    return report.rows().get(row).figures().outcomes().received();
  }

  @Test
  void aCallIsOfTheDayOnWhichItCameAndALiveOneIsCountedAsFarAsItCame() {
    now = Instant.parse("2026-11-23T23:01:00Z");
    CallId late = book.waits(CallBook.key(1), Instant.parse("2026-11-23T22:59:30Z"));
    CallId menu = book.arrives(null, "public", Instant.parse("2026-11-23T22:59:40Z"));
    book.arrives(null, "essai", Instant.parse("2026-11-23T22:59:41Z"));

    CallFigures live = day(DAY, Breakdown.NONE).whole();
    assertThat(live.outcomes()).isEqualTo(new Outcomes(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1));
    assertThat(live.leftOut()).isEqualTo(new CallFigures.LeftOut(1, 1));
    assertThat(value(live, IndicatorCode.LONGEST_WAIT_NOW)).isEqualTo(89);
    assertThat(live.indicator(IndicatorCode.RECEIVED).excluded()).isEqualTo(2);

    book.tell(new CallFact.AgentConnected(late, now, CallBook.CLAIRE, 3));
    book.tell(new CallFact.Ended(menu, now, 16));
    CallFigures later = day(DAY, Breakdown.NONE).whole();
    assertThat(later.outcomes()).isEqualTo(new Outcomes(2, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0));
    assertThat(value(later, IndicatorCode.AHT)).isNull();
    assertThat(day(DAY.plusDays(1), Breakdown.NONE).whole()).isEqualTo(CallFigures.NONE);
  }

  @Test
  void aCallWhoseWordNobodyKnowsMakesTheReportSayThatItIsNotWhole() {
    CallId strange = book.answered(CallBook.key(1), MORNING, 4);
    assertThat(day(DAY, Breakdown.HOUR).isWhole()).isTrue();
    database.with(handle ->
        handle.execute("ALTER TABLE call DROP CONSTRAINT only_calls_of_ours_reach_or_withdraw")
            + handle.execute(
                "ALTER TABLE call DROP CONSTRAINT answered_is_the_outcome_of_a_human_voice")
            + handle.execute(
                "UPDATE call SET outcome = 'WITHDRAWN' WHERE call_id = ?", strange.linkedid()));

    Report broken = day(DAY, Breakdown.HOUR);

    assertThat(broken.isWhole()).isFalse();
    assertThat(broken.whole().outcomes().difference()).isEqualTo(1);
  }
}
