package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.gateway.web.AppointmentRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.ScheduleRoutes;

/** When sites receive and who is expected there, as desks meet it. */
public record AppointmentWing(
    AppointmentFeature appointments, AccessFeature access, ZoneId zone, InstantSource clock)
    implements Wing {

  static AppointmentWing of(Ground ground, AccessFeature access) {
    ZoneId zone = ground.config().deployment().zone();
    return new AppointmentWing(
        new AppointmentFeature(
            new AppointmentFeature.Ground(
                ground.database(),
                ground.cipher(),
                access.audit(),
                ground.clock(),
                zone,
                ground.meters())),
        access,
        zone,
        ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(
        new ScheduleRoutes(appointments, zone, clock),
        new AppointmentRoutes(appointments, access.displayNames(), zone, clock));
  }
}
