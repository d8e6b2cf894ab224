package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.web.AppointmentFigureRoutes;
import org.hotline115.gateway.web.AppointmentRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.ScheduleRoutes;

/**
 * When sites receive and who is expected there, as desks meet it.
 *
 * @param numberOf reads a telephone number as somebody typed it
 */
public record AppointmentWing(
    AppointmentFeature appointments,
    Function<String, Optional<Recipient>> numberOf,
    AccessFeature access,
    ZoneId zone,
    InstantSource clock)
    implements Wing {

  static AppointmentWing of(Ground ground, AccessFeature access, MessageFeature messages) {
    GatewayConfig config = ground.config();
    ZoneId zone = config.deployment().zone();
    AppointmentFeature made =
        new AppointmentFeature(
            new AppointmentFeature.Ground(
                ground.database(),
                ground.cipher(),
                access.audit(),
                ground.clock(),
                zone,
                ground.meters()),
            new AppointmentFeature.Texts(
                messages,
                config.reminders().rules(),
                config.sms().callBackNumber(),
                config.sms().isHeard()));
    made.hearAnswers();
    return new AppointmentWing(made, Recipients.of(ground.callers()), access, zone, ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(
        new ScheduleRoutes(appointments, zone, clock),
        new AppointmentRoutes(appointments, numberOf, access.displayNames(), zone, clock),
        new AppointmentFigureRoutes(appointments, clock));
  }
}
