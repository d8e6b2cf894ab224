package org.hotline115.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.waitlist.WaitlistFeature;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.web.AppointmentFigureRoutes;
import org.hotline115.gateway.web.AppointmentRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.ScheduleRoutes;
import org.hotline115.gateway.web.WaitlistRoutes;

/**
 * When sites receive, who is expected there and who waits for it, as desks meet it.
 *
 * @param numberOf reads a telephone number as somebody typed it
 */
public record AppointmentWing(
    AppointmentFeature appointments,
    WaitlistFeature waitlist,
    Function<String, Optional<Recipient>> numberOf,
    AccessFeature access,
    ZoneId zone,
    InstantSource clock)
    implements Wing {

  private static final Duration OFFERS_LOOKED_AT_EVERY = Duration.ofSeconds(5);

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
    WaitlistFeature waitlist =
        new WaitlistFeature(
            new WaitlistFeature.Ground(
                ground.database(),
                ground.cipher(),
                access.audit(),
                ground.clock(),
                zone,
                ground.meters()),
            made,
            new WaitlistFeature.Texts(
                messages,
                config.reminders().offers(),
                config.sms().callBackNumber(),
                config.sms().isHeard()));
    waitlist.hearAnswers();
    made.hearAnswers();
    return new AppointmentWing(
        made, waitlist, Recipients.of(ground.callers()), access, zone, ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(
        new ScheduleRoutes(appointments, zone, clock),
        new AppointmentRoutes(appointments, numberOf, access.displayNames(), zone, clock),
        new WaitlistRoutes(waitlist, numberOf, access.displayNames(), zone, clock),
        new AppointmentFigureRoutes(appointments, clock));
  }

  @Override
  public void start(Jobs jobs) {
    jobs.every(OFFERS_LOOKED_AT_EVERY, "slot offers", waitlist.lapseOffers()::run);
  }
}
