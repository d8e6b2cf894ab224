package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.DateRule;
import org.hotline115.callflow.appointment.ReceptionKind;
import org.hotline115.callflow.appointment.ReceptionSite;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.appointment.ScheduleResult;
import org.hotline115.callflow.line.Holidays;
import org.jspecify.annotations.Nullable;

/** When sites receive: every desk reads it, who keeps the directory writes it. */
public final class ScheduleRoutes implements Routes {

  private static final int LANGUAGES_MAX = 20;
  private static final int ZONE_MAX = 60;

  private final AppointmentFeature appointments;
  private final ZoneId zone;
  private final InstantSource clock;

  public ScheduleRoutes(AppointmentFeature appointments, ZoneId zone, InstantSource clock) {
    this.appointments = appointments;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/schedules", this::list);
    api.post("/api/schedules", this::begin);
    api.post("/api/schedules/:scheduleId/end", this::end);
    api.post("/api/schedules/:scheduleId/closed-days", this::closeDay);
    api.delete("/api/schedules/:scheduleId/closed-days/:day", this::openDay);
  }

  private record Receptions(String zone, List<ReceptionSite> sites, List<ScheduleView> schedules) {}

  private record ScheduleView(
      ScheduleId scheduleId,
      String siteId,
      String service,
      ReceptionKind kind,
      String rule,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      List<LocalDate> closedOn,
      @Nullable Holidays holidays,
      LocalTime opensAt,
      LocalTime closesAt,
      int slotMinutes,
      int capacity,
      List<String> languages,
      String zone) {}

  private Answer list(ApiRequest request) {
    return Answer.ok(
        new Receptions(
            zone.getId(),
            appointments.readAppointments().sites(),
            appointments.readAppointments().schedules(today()).stream()
                .map(ScheduleRoutes::view)
                .toList()));
  }

  private Answer begin(ApiRequest request) {
    return answer(
        appointments.keepSchedules().begin(schedule(request.fields()), request.agent()), "lastDay");
  }

  private Answer end(ApiRequest request) {
    Fields fields = request.fields();
    LocalDate lastDay = new DayFields(fields, today()).day("lastDay");
    fields.nothingElse();
    ScheduleId scheduleId = new ScheduleId(request.uuid("scheduleId"));
    return answer(
        appointments.keepSchedules().end(scheduleId, lastDay, request.agent()), "lastDay");
  }

  private Answer closeDay(ApiRequest request) {
    Fields fields = request.fields();
    LocalDate day = new DayFields(fields, today()).day("day");
    fields.nothingElse();
    ScheduleId scheduleId = new ScheduleId(request.uuid("scheduleId"));
    return answer(appointments.keepSchedules().closeOn(scheduleId, day, request.agent()), "day");
  }

  private Answer openDay(ApiRequest request) {
    LocalDate day =
        new DayFields(new Fields(Map.of("day", request.path("day"))), today()).day("day");
    ScheduleId scheduleId = new ScheduleId(request.uuid("scheduleId"));
    return answer(appointments.keepSchedules().openOn(scheduleId, day, request.agent()), "day");
  }

  private Schedule schedule(Fields fields) {
    DayFields days = new DayFields(fields, today());
    LocalDate validFrom = days.day("validFrom");
    Optional<LocalDate> validUntil = days.optionalDay("validUntil");
    LocalTime opensAt = days.time("opensAt");
    LocalTime closesAt = days.time("closesAt");
    int slotMinutes =
        fields.number("slotMinutes", Schedule.SLOT_MINUTES_MIN, Schedule.SLOT_MINUTES_MAX);
    if (Duration.between(opensAt, closesAt).toMinutes() < slotMinutes) {
      throw Problem.field("NO_SLOT", "closesAt", "not one slot lies between the hours").refused();
    }
    if (validUntil.isPresent() && validUntil.get().isBefore(validFrom)) {
      throw Problem.field("ENDS_BEFORE_IT_BEGINS", "validUntil", "must not be before validFrom")
          .refused();
    }
    Schedule schedule =
        new Schedule(
            new ScheduleId(fields.uuid("scheduleId")),
            fields.text("siteId", 64),
            service(fields),
            fields.code("kind", ReceptionKind.class),
            rule(fields),
            validFrom,
            validUntil.orElse(null),
            new HashSet<>(days.days("closedOn", fields.optionalValue("closedOn"))),
            fields.optionalCode("holidays", Holidays.class).orElse(null),
            opensAt,
            closesAt,
            slotMinutes,
            fields.number("capacity", 1, Schedule.CAPACITY_MAX),
            languages(fields),
            zone(fields));
    fields.nothingElse();
    return schedule;
  }

  private static String service(Fields fields) {
    String service = fields.text("service", Schedule.SERVICE_MAX).strip();
    if (service.isEmpty()) {
      throw Problem.field("MISSING_FIELD", "service", "what is received for").refused();
    }
    return service;
  }

  private static DateRule rule(Fields fields) {
    try {
      return new DateRule(fields.text("rule", DateRule.LENGTH_MAX));
    } catch (IllegalArgumentException strange) {
      throw Problem.field(
              "INVALID_VALUE", "rule", "no rule of days: RFC 5545, without COUNT or UNTIL")
          .refused();
    }
  }

  private static List<String> languages(Fields fields) {
    List<String> languages = fields.texts("languages", LANGUAGES_MAX, 8);
    if (!languages.stream().allMatch(language -> language.matches("[a-z]{2,3}"))) {
      throw Problem.field("INVALID_VALUE", "languages", "codes of two or three letters").refused();
    }
    return languages;
  }

  private ZoneId zone(Fields fields) {
    Optional<String> name = fields.optionalText("zone", ZONE_MAX);
    if (name.isEmpty()) {
      return zone;
    }
    if (!ZoneId.getAvailableZoneIds().contains(name.get())) {
      throw Problem.field("INVALID_VALUE", "zone", "there is no such zone").refused();
    }
    return ZoneId.of(name.get());
  }

  /** {@code field} is the one that names the day. */
  private static Answer answer(ScheduleResult result, String field) {
    return switch (result) {
      case ScheduleResult.Kept kept -> Answer.ok(view(kept.schedule()));
      case ScheduleResult.StillExpected expected ->
          Answer.problem(
              new Problem(
                  409,
                  "STILL_EXPECTED",
                  field,
                  "people are expected on a day that would be closed",
                  Map.of("people", expected.people())));
      case ScheduleResult.TooManyClosedDays _ ->
          Answer.problem(Problem.field("OUT_OF_RANGE", field, "too many closed days"));
      case ScheduleResult.NoSuchSite _ ->
          Answer.problem(Problem.field("INVALID_VALUE", "siteId", "there is no such site"));
      case ScheduleResult.NoSuchSchedule _ ->
          Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case ScheduleResult.OtherSchedule _ ->
          Answer.problem(
              new Problem(
                  409, "OTHER_SCHEDULE", "scheduleId", "this id is another schedule's", Map.of()));
      case ScheduleResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again, same id");
    };
  }

  private static ScheduleView view(Schedule schedule) {
    return new ScheduleView(
        schedule.scheduleId(),
        schedule.siteId(),
        schedule.service(),
        schedule.kind(),
        schedule.rule().text(),
        schedule.validFrom(),
        schedule.validUntil(),
        schedule.closedOn().stream().sorted().toList(),
        schedule.holidays(),
        schedule.opensAt(),
        schedule.closesAt(),
        schedule.slotMinutes(),
        schedule.capacity(),
        schedule.languages(),
        schedule.zone().getId());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
