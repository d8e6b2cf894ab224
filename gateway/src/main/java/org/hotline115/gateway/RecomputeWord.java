package org.hotline115.gateway;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.statistics.Difference;
import org.hotline115.callflow.statistics.FreezeMonth;
import org.hotline115.callflow.statistics.FreezeResult;
import org.hotline115.callflow.statistics.FrozenFigure;
import org.hotline115.callflow.statistics.FrozenMonth;
import org.hotline115.callflow.statistics.StatisticsFeature;
import org.hotline115.callflow.store.Database;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.jspecify.annotations.Nullable;

/**
 * {@code recompute --month YYYY-MM [--freeze REASON]}: counts a published month again from the
 * rows, and says each figure that differs; or freezes it.
 */
final class RecomputeWord {

  private static final String BY = "command-line";

  private RecomputeWord() {}

  /** Exit code 0 when nothing differs or it is frozen, 1 when something does, 2 for wrong words. */
  static int run(Path config, List<String> words) {
    Optional<YearMonth> month = month(words);
    boolean freezes = words.size() == 4 && words.get(2).equals("--freeze");
    if (month.isEmpty() || (words.size() != 2 && !freezes)) {
      System.err.println("recompute --month YYYY-MM [--freeze REASON]");
      return 2;
    }
    GatewayConfig settings = GatewayConfig.read(config, System::getenv);
    GatewayConfig.Records records = settings.records();
    try (Database database =
        new Database(new Database.Settings(records.url(), records.user(), records.password(), 2))) {
      database.migrate();
      FreezeMonth months = months(settings, database);
      return freezes
          ? freeze(months, month.get(), words.get(3), System.out)
          : recompute(months, month.get(), System.out);
    }
  }

  private static Optional<YearMonth> month(List<String> words) {
    try {
      return words.size() >= 2 && words.getFirst().equals("--month")
          ? Optional.of(YearMonth.parse(words.get(1)))
          : Optional.empty();
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static FreezeMonth months(GatewayConfig config, Database database) {
    return new StatisticsFeature(
            new StatisticsFeature.Ground(database, Clock.systemUTC(), config.deployment().zone()),
            config.telephone().lines().stream().map(LineSetting::line).toList(),
            config.statistics().settings(config.telephone().shortAbandon()))
        .freezeMonth();
  }

  static int recompute(FreezeMonth months, YearMonth month, PrintStream out) {
    Optional<FreezeMonth.Recomputed> again = months.recompute(month);
    if (again.isEmpty()) {
      out.println(month + " was never frozen");
      return 1;
    }
    FrozenMonth frozen = again.get().frozen();
    List<Difference> differences = again.get().differences();
    out.printf(
        "%s version %d, frozen %s by %s: %s%n",
        month, frozen.version(), frozen.frozenAt(), frozen.frozenBy(), frozen.reason());
    differences.forEach(difference -> out.println(line(difference)));
    out.printf(
        "%d of %d figures differ from the rows%n", differences.size(), frozen.figures().size());
    return differences.isEmpty() ? 0 : 1;
  }

  private static String line(Difference difference) {
    return "%s %s: frozen %s, now %s%s"
        .formatted(
            difference.line().isEmpty() ? "all lines" : difference.line(),
            difference.code(),
            figure(difference.frozen()),
            figure(difference.now()),
            difference.isOfTheFormula() ? " (another formula)" : "");
  }

  private static String figure(@Nullable FrozenFigure figure) {
    return figure == null
        ? "none"
        : "%s (%d rows, %d left out, formula %d)"
            .formatted(figure.value(), figure.used(), figure.excluded(), figure.formula());
  }

  static int freeze(FreezeMonth months, YearMonth month, String reason, PrintStream out) {
    if (reason.isBlank() || reason.length() > FrozenMonth.REASON_MAX) {
      out.println("refused: say why, in 1 to " + FrozenMonth.REASON_MAX + " characters");
      return 2;
    }
    return switch (months.freeze(month, BY, reason)) {
      case FreezeResult.Frozen(FrozenMonth frozen) -> {
        out.println(month + " is frozen as version " + frozen.version());
        yield 0;
      }
      case FreezeResult.Unchanged(FrozenMonth frozen) -> {
        out.println(month + " stays version " + frozen.version() + ": its figures are the rows'");
        yield 0;
      }
      case FreezeResult.NotOver _ -> {
        out.println("refused: " + month + " is not over");
        yield 1;
      }
      case FreezeResult.NotWhole(long difference) -> {
        out.println("refused: " + difference + " calls do not have exactly one outcome");
        yield 1;
      }
      case FreezeResult.FrozenMeanwhile _ -> {
        out.println("somebody else froze " + month + " at this moment: ask again");
        yield 1;
      }
    };
  }
}
