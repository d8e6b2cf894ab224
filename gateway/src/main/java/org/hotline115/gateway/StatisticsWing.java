package org.hotline115.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.line.ReadLines;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.statistics.ReadReport;
import org.hotline115.callflow.statistics.ReadWall;
import org.hotline115.callflow.statistics.StatisticsFeature;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.hotline115.gateway.web.ReportRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.WallRoutes;

/**
 * Figures before supervisors, and on the wall. A wall is told that something moved and asks then:
 * where nobody looks, nothing is counted.
 *
 * @param calls whose changes move the figures
 * @param presences whose changes do too
 */
public record StatisticsWing(
    ReadReport reports,
    ReadWall wall,
    ReadLines lines,
    RecordCall calls,
    Presences presences,
    ZoneId zone,
    InstantSource clock)
    implements Wing {

  private static final Duration TOLD_EVERY = Duration.ofMillis(500);

  static StatisticsWing of(Ground ground, Features features) {
    GatewayConfig config = ground.config();
    ZoneId zone = config.deployment().zone();
    ReadLines lines = features.lines().readLines();
    Presences presences = features.phone().presences();
    StatisticsFeature statistics =
        new StatisticsFeature(
            new StatisticsFeature.Ground(ground.database(), ground.clock(), zone),
            config.telephone().lines().stream().map(LineSetting::line).toList(),
            config.statistics().settings(config.telephone().shortAbandon()));
    return new StatisticsWing(
        statistics.readReport(),
        statistics.readWall(
            new ReadWall.Around(lines, presences, features.board().readBoard()),
            config.statistics().wall()),
        lines,
        features.phone().calls(),
        presences,
        zone,
        ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(new ReportRoutes(reports, lines, zone, clock), new WallRoutes(wall));
  }

  @Override
  public void start(Jobs jobs, BiConsumer<String, Object> tellDesks) {
    AtomicLong moves = new AtomicLong();
    calls.observe((before, after) -> moves.incrementAndGet());
    presences.observe((before, after) -> moves.incrementAndGet());
    jobs.news(TOLD_EVERY, "figures moved", 0L, moves::get, now -> tellDesks.accept("figures", now));
  }
}
