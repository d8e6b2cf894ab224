package org.hotline115.callflow.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A published month stays as it was, and the rows tell what became of it. */
class FreezeMonthIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final YearMonth OCTOBER = YearMonth.parse("2026-10");
  private static final Instant AFTER = Instant.parse("2026-11-03T09:00:00Z");
  private static final Instant WITHIN = Instant.parse("2026-10-25T00:30:00Z");

  private Instant now = AFTER;
  private Database database;
  private CallBook book;
  private FreezeMonth months;

  @BeforeEach
  void open() {
    database = TestServers.database();
    book = new CallBook(database);
    months =
        new StatisticsFeature(
                new StatisticsFeature.Ground(database, () -> now, PARIS),
                List.of(),
                StatisticsSettings.DEFAULTS)
            .freezeMonth();
    new RandomDays(book, new Random(7), AFTER)
        .fill(WITHIN.minusSeconds(86_400 * 3), WITHIN.plusSeconds(86_400 * 3), 60);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private List<Difference> differences() {
    return months.recompute(OCTOBER).orElseThrow().differences();
  }

  @Test
  void whatWasFrozenIsWhatTheRowsGiveAndFreezingItAgainIsNoNewVersion() {
    assertThat(months.recompute(OCTOBER)).isEmpty();

    FreezeResult first = months.freeze(OCTOBER, "sophie", "rapport d'octobre");

    assertThat(first).isInstanceOf(FreezeResult.Frozen.class);
    FrozenMonth frozen = ((FreezeResult.Frozen) first).month();
    assertThat(frozen.version()).isEqualTo(1);
    assertThat(frozen.figures()).hasSize(4 * IndicatorCode.values().length);
    assertThat(differences()).isEmpty();
    assertThat(months.freeze(OCTOBER, "sophie", "encore"))
        .isInstanceOfSatisfying(
            FreezeResult.Unchanged.class,
            unchanged -> assertThat(unchanged.month().reason()).isEqualTo("rapport d'octobre"));
  }

  @Test
  void aCallThatIsFoundLaterIsSaidFigureByFigureAndMakesAnotherVersionBesideTheFirst() {
    months.freeze(OCTOBER, "sophie", "rapport d'octobre");
    book.leaves(CallBook.key(400), WITHIN, 55, QueueExit.ABANDONED);

    List<Difference> found = differences();

    assertThat(found)
        .anySatisfy(difference -> {
          assertThat(difference.line()).isEmpty();
          assertThat(difference.code()).isEqualTo("received");
          assertThat(difference.now().value()).isEqualTo(difference.frozen().value() + 1);
        });
    assertThat(found).extracting(Difference::line).containsOnly("", "public");
    assertThat(found).extracting(Difference::code).doesNotContain("answered", "asa", "aht");

    assertThat(months.freeze(OCTOBER, "sophie", "appel retrouvé"))
        .isInstanceOfSatisfying(
            FreezeResult.Frozen.class, again -> assertThat(again.month().version()).isEqualTo(2));
    assertThat(differences()).isEmpty();
    long kept =
        database.with(handle ->
            handle
                .createQuery("SELECT count(*) FROM indicator_snapshot WHERE version = 1")
                .mapTo(Long.class)
                .one());
    assertThat(kept).isEqualTo(4L * IndicatorCode.values().length);
  }

  @Test
  void aChangedFormulaIsSaidToBeOne() {
    months.freeze(OCTOBER, "sophie", "rapport d'octobre");
    database.with(handle ->
        handle.execute("UPDATE indicator_snapshot SET formula_version = 0 WHERE code = 'asa'"));

    assertThat(differences()).isNotEmpty().allMatch(Difference::isOfTheFormula);
  }

  @Test
  void aMonthThatIsNotOverIsNotFrozen() {
    now = Instant.parse("2026-10-31T22:59:59Z");
    assertThat(months.freeze(OCTOBER, "sophie", "trop tôt")).isEqualTo(new FreezeResult.NotOver());
    now = Instant.parse("2026-10-31T23:00:00Z");
    assertThat(months.freeze(OCTOBER, "sophie", "à minuit"))
        .isInstanceOf(FreezeResult.Frozen.class);
  }
}
