package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.line.ReadLines;
import org.hotline115.callflow.statistics.StatisticsFeature;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.config.LineSetting;
import org.hotline115.gateway.web.ReportRoutes;
import org.hotline115.gateway.web.Routes;

/** Figures before supervisors. */
public record StatisticsWing(
    StatisticsFeature statistics, ReadLines lines, ZoneId zone, InstantSource clock)
    implements Wing {

  static StatisticsWing of(Ground ground, LineFeature lines) {
    GatewayConfig config = ground.config();
    ZoneId zone = config.deployment().zone();
    return new StatisticsWing(
        new StatisticsFeature(
            new StatisticsFeature.Ground(ground.database(), ground.clock(), zone),
            config.telephone().lines().stream().map(LineSetting::line).toList(),
            config.statistics().settings(config.telephone().shortAbandon())),
        lines.readLines(),
        zone,
        ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(new ReportRoutes(statistics.readReport(), lines, zone, clock));
  }
}
