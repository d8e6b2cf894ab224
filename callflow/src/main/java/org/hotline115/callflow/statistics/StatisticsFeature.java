package org.hotline115.callflow.statistics;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline115.callflow.line.Line;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.store.Database;

/** Figures, put together. */
public final class StatisticsFeature {

  /** What figures stand on. */
  public record Ground(Database database, InstantSource clock, ZoneId zone) {}

  private final Ground ground;
  private final JdbcCallFigures figures;
  private final ReadReport readReport;

  public StatisticsFeature(Ground ground, List<Line> lines, StatisticsSettings settings) {
    Set<String> testLines =
        lines.stream()
            .filter(line -> line.kind() == LineKind.TEST)
            .map(Line::code)
            .collect(Collectors.toUnmodifiableSet());
    this.ground = ground;
    figures = new JdbcCallFigures(ground.database(), testLines, settings.serviceLevel());
    readReport = new ReadReport(figures, settings, ground.clock(), ground.zone());
  }

  public ReadReport readReport() {
    return readReport;
  }

  /** Keeps months as they are published. */
  public FreezeMonth freezeMonth() {
    return new FreezeMonth(
        readReport, new JdbcFrozenMonths(ground.database()), ground.clock(), ground.zone());
  }

  /** What hangs on the wall, by these rules. */
  public ReadWall readWall(ReadWall.Around around, WallRules rules) {
    return new ReadWall(
        readReport,
        new UsualDays(figures, ground.zone()),
        new JdbcOwed(ground.database(), rules),
        rules,
        around);
  }
}
