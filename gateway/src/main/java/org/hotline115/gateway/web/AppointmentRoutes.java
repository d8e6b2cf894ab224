package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.AppointmentStatus;
import org.hotline115.callflow.appointment.BookAppointment;
import org.hotline115.callflow.appointment.MoveAppointment;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.appointment.Slot;
import org.hotline115.callflow.message.JdbcPlannedTexts.PlannedText;
import org.hotline115.callflow.message.Recipient;

/** Free slots, appointments in them, and the sheet of a day. */
public final class AppointmentRoutes implements Routes {

  private static final int SITE_MAX = 64;
  private static final Duration AHEAD_MAX = Duration.ofDays(730);

  /** More than a desk looks at; it bounds what one question costs. */
  private static final Duration SPAN_MAX = Duration.ofDays(62);

  private final AppointmentFeature appointments;
  private final ReachFields reach;
  private final DisplayNames names;
  private final ZoneId zone;
  private final InstantSource clock;

  public AppointmentRoutes(
      AppointmentFeature appointments,
      Function<String, Optional<Recipient>> numberOf,
      DisplayNames names,
      ZoneId zone,
      InstantSource clock) {
    this.appointments = appointments;
    this.reach = new ReachFields(numberOf);
    this.names = names;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/slots", this::slots);
    api.get("/api/appointments", this::day);
    api.post("/api/appointments", this::book);
    api.post("/api/appointments/:appointmentId/move", this::move);
    api.post("/api/appointments/:appointmentId/reach", this::reach);
    api.post("/api/appointments/:appointmentId/status", this::mark);
    api.post("/api/walk-ins", this::countWalkIn);
  }

  private record SlotView(
      ScheduleId scheduleId,
      String service,
      Instant startsAt,
      Instant endsAt,
      int capacity,
      int free,
      int offered,
      List<String> languages,
      String zone) {}

  private Answer slots(ApiRequest request) {
    Fields fields = request.queryFields();
    Instant now = clock.instant();
    String siteId = fields.text("siteId", SITE_MAX);
    Instant from =
        fields.optionalInstant("from", now.minus(SPAN_MAX), now.plus(AHEAD_MAX)).orElse(now);
    Instant until =
        fields.optionalInstant("until", from, from.plus(SPAN_MAX)).orElse(from.plus(SPAN_MAX));
    fields.nothingElse();
    return Answer.ok(
        appointments.readAppointments().slots(siteId, from, until).stream()
            .map(AppointmentRoutes::view)
            .toList());
  }

  private Answer day(ApiRequest request) {
    Fields fields = request.queryFields();
    String siteId = fields.text("siteId", SITE_MAX);
    LocalDate day = new DayFields(fields, today()).optionalDay("day").orElse(today());
    fields.nothingElse();
    return Answer.ok(views(appointments.readAppointments().day(siteId, day)));
  }

  private Answer book(ApiRequest request) {
    Fields fields = request.fields();
    BookAppointment.Wish wish =
        new BookAppointment.Wish(
            new AppointmentId(fields.uuid("appointmentId")),
            new ScheduleId(fields.uuid("scheduleId")),
            startsAt(fields),
            fields.optionalUuid("contactId").orElse(null),
            name(fields),
            reach.read(fields, null));
    fields.nothingElse();
    return answer(appointments.bookAppointment().run(wish, request.agent()));
  }

  private Answer move(ApiRequest request) {
    Fields fields = request.fields();
    MoveAppointment.To to =
        new MoveAppointment.To(new ScheduleId(fields.uuid("scheduleId")), startsAt(fields));
    fields.nothingElse();
    return answer(
        appointments
            .moveAppointment()
            .run(new AppointmentId(request.uuid("appointmentId")), to, request.agent()));
  }

  private Answer reach(ApiRequest request) {
    AppointmentId id = new AppointmentId(request.uuid("appointmentId"));
    Optional<Appointment> known = appointments.readAppointments().find(id);
    if (known.isEmpty()) {
      return answer(new AppointmentResult.NoSuchAppointment());
    }
    Fields fields = request.fields();
    Reach wanted = reach.read(fields, known.get().reach().recipient());
    fields.nothingElse();
    return answer(appointments.changeReach().run(id, wanted, request.agent()));
  }

  private Answer mark(ApiRequest request) {
    Fields fields = request.fields();
    AppointmentStatus status = fields.code("status", AppointmentStatus.class);
    fields.nothingElse();
    return answer(
        appointments
            .markAppointment()
            .run(new AppointmentId(request.uuid("appointmentId")), status, request.agent()));
  }

  private Answer countWalkIn(ApiRequest request) {
    Fields fields = request.fields();
    AppointmentId visit = new AppointmentId(fields.uuid("appointmentId"));
    String siteId = fields.text("siteId", SITE_MAX);
    String name = name(fields);
    fields.nothingElse();
    return answer(appointments.countWalkIn().run(visit, siteId, name, request.agent()));
  }

  private Instant startsAt(Fields fields) {
    Instant now = clock.instant();
    return fields.instant("startsAt", now.minus(AHEAD_MAX), now.plus(AHEAD_MAX));
  }

  private static String name(Fields fields) {
    return fields.optionalText("name", Appointment.NAME_MAX).orElse("").strip();
  }

  private Answer answer(AppointmentResult result) {
    return switch (result) {
      case AppointmentResult.Noted noted -> Answer.ok(view(noted.appointment()));
      case AppointmentResult.Full _ ->
          Answer.problem(409, "SLOT_FULL", "every seat of this slot is taken");
      case AppointmentResult.NoSuchSlot _ ->
          Answer.problem(409, "NO_SUCH_SLOT", "nobody is received then, or the hour has passed");
      case AppointmentResult.NoSuchSite _ ->
          Answer.problem(Problem.field("INVALID_VALUE", "siteId", "there is no such site"));
      case AppointmentResult.NoSuchAppointment _ ->
          Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case AppointmentResult.OtherAppointment _ ->
          Answer.problem(
              new Problem(
                  409,
                  "OTHER_APPOINTMENT",
                  "appointmentId",
                  "this id is another appointment's",
                  Map.of()));
      case AppointmentResult.NotNow stands ->
          Answer.problem(
              new Problem(
                  409,
                  "NOT_NOW",
                  "status",
                  "this cannot follow on how it stands",
                  Map.of("status", stands.appointment().status())));
      case AppointmentResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again, same id");
    };
  }

  private static SlotView view(Slot slot) {
    return new SlotView(
        slot.schedule().scheduleId(),
        slot.schedule().service(),
        slot.time().startsAt(),
        slot.time().endsAt(),
        slot.schedule().capacity(),
        slot.free(),
        slot.offered(),
        slot.schedule().languages(),
        slot.schedule().zone().getId());
  }

  private AppointmentView view(Appointment appointment) {
    return views(List.of(appointment)).getFirst();
  }

  private List<AppointmentView> views(List<Appointment> of) {
    Map<UUID, List<PlannedText>> texts = appointments.readAppointments().texts(of);
    Instant now = clock.instant();
    return of.stream()
        .map(each ->
            AppointmentView.of(
                each, texts.getOrDefault(each.appointmentId().value(), List.of()), names, now))
        .toList();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
