package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalDouble;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.AppointmentFigures;
import org.hotline115.callflow.appointment.Rate;
import org.jspecify.annotations.Nullable;

/** How many came, how many missed it, and whether reminders help. */
public final class AppointmentFigureRoutes implements Routes {

  private static final Duration AHEAD_MAX = Duration.ofDays(730);
  private static final Duration BACK_MAX = Duration.ofDays(3_660);
  private static final Duration USUAL = Duration.ofDays(30);

  /** {@code low} and {@code high}: the 95 % interval of Wilson. Null where there are none. */
  private record RateView(
      long counted,
      long among,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high) {

    static RateView of(Rate rate) {
      Rate.Interval interval = rate.interval().orElse(null);
      return new RateView(
          rate.counted(),
          rate.among(),
          number(rate.value()),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high());
    }
  }

  private record FiguresView(
      Instant from,
      Instant until,
      Instant asOf,
      RateView noShowRate,
      boolean noShowReliable,
      RateView unknownPastShare,
      RateView excusedRate,
      RateView excusedEarly,
      RateView slotRecovery,
      RateView walkInShare,
      RateView deliveryRate,
      RateView confirmRate,
      RateView optOutRate,
      @Nullable Double leadDays,
      RateView missedReminded,
      RateView missedUnreminded,
      @Nullable Double reminderEffect) {}

  private final AppointmentFeature appointments;
  private final InstantSource clock;

  public AppointmentFigureRoutes(AppointmentFeature appointments, InstantSource clock) {
    this.appointments = appointments;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/appointment-figures", this::figures);
  }

  private Answer figures(ApiRequest request) {
    Instant now = clock.instant();
    Fields fields = request.queryFields();
    Instant from =
        fields
            .optionalInstant("from", now.minus(BACK_MAX), now.plus(AHEAD_MAX))
            .orElse(now.minus(USUAL));
    Instant until = fields.optionalInstant("until", from, now.plus(AHEAD_MAX)).orElse(now);
    fields.nothingElse();
    AppointmentFigures figures = appointments.figures(from, until);
    return Answer.ok(
        new FiguresView(
            from,
            until,
            now,
            RateView.of(figures.noShow()),
            figures.isNoShowReliable(),
            RateView.of(figures.unknownPast()),
            RateView.of(figures.excused()),
            RateView.of(figures.excusedEarly()),
            RateView.of(figures.slotRecovery()),
            RateView.of(figures.walkIn()),
            RateView.of(figures.delivered()),
            RateView.of(figures.answered()),
            RateView.of(figures.refused()),
            number(figures.leadDays()),
            RateView.of(figures.missedReminded()),
            RateView.of(figures.missedUnreminded()),
            number(figures.reminderEffect())));
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isEmpty() ? null : value.getAsDouble();
  }
}
