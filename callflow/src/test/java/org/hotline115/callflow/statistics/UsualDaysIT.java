package org.hotline115.callflow.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.statistics.CallBook.Promise;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is usual at this hour, and what is owed now. */
class UsualDaysIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** Four weeks before, the clock was still that of the summer. */
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  private static final Instant NOW = TODAY.atTime(10, 30).atZone(PARIS).toInstant();

  private Database database;
  private CallBook book;
  private UsualDays usual;

  @BeforeEach
  void open() {
    database = TestServers.database();
    book = new CallBook(database);
    usual = new UsualDays(new JdbcCallFigures(database, Set.of(), Duration.ofSeconds(120)), PARIS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Instant weeksAgo(int weeks, int hour) {
    return TODAY.minusWeeks(weeks).atTime(hour, 0).atZone(PARIS).toInstant();
  }

  private void answered(int weeks, int hour, int calls) {
    for (int i = 0; i < calls; i++) {
      book.answered(null, weeksAgo(weeks, hour).plusSeconds(i), 5);
    }
  }

  @Test
  void theMiddleOfTheSameHoursOfTheLastWeeksIsUsual() {
    answered(1, 9, 2);
    answered(2, 9, 7);
    answered(3, 0, 4);
    answered(4, 10, 5);
    book.leaves(null, weeksAgo(1, 9), 30, QueueExit.ABANDONED);
    answered(1, 11, 50);
    answered(0, 9, 50);

    UsualDays.Usual days = usual.until(NOW);

    assertThat(days.days()).isEqualTo(4);
    assertThat(days.lines()).containsOnlyKeys("public");
    assertThat(days.lines().get("public")).isEqualTo(new LineNow.Today(5, 5, 0, 0));
  }

  @Test
  void atMidnightItIsTheFirstMinuteAndNotTheDay() {
    answered(1, 0, 1);
    answered(2, 0, 1);
    answered(1, 9, 30);
    answered(2, 9, 30);

    assertThat(usual.until(TODAY.atStartOfDay(PARIS).toInstant()).lines().get("public"))
        .isEqualTo(new LineNow.Today(1, 1, 0, 0));
  }

  @Test
  void oneDayIsNoHabit() {
    answered(2, 9, 7);

    assertThat(usual.until(NOW)).isEqualTo(new UsualDays.Usual(1, Map.of()));
  }

  @Test
  void whatIsOwedIsCountedFromTheOldestOnAndWhoseHourHasPassedIsLate() {
    JdbcOwed owed = new JdbcOwed(database, WallRules.DEFAULTS);
    assertThat(owed.byLine(NOW)).isEmpty();
    for (int i = 0; i < 3; i++) {
      book.promise(
          new Promise(
              book.waits(CallBook.key(i), NOW.minusSeconds(9_000)),
              "public",
              "fr",
              CallBook.key(i),
              NOW.minusSeconds(600).plusSeconds(500L * i),
              i == 1 ? "REACHED" : "QUEUED",
              i == 1 ? NOW : null,
              "VOICE"));
    }

    assertThat(owed.byLine(NOW).get("public"))
        .isEqualTo(new LineNow.Promised(2, NOW.minusSeconds(600), 1, Level.DANGER));
  }
}
