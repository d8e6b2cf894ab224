package org.hotline115.callflow.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.line.Holidays;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Schedules in PostgreSQL. Whoever books by one or ends it holds its row, so that nobody is
 * promised a slot of a schedule that ends meanwhile.
 */
final class JdbcSchedules {

  private static final SqlFile SQL = SqlFile.beside(JdbcSchedules.class, "jdbc_schedules.sql");

  /** More than any département has; what is beyond is not shown. */
  private static final int SHOWN_MAX = 2_000;

  private final Database database;
  private final JdbcAuditTrail audit;

  JdbcSchedules(Database database, JdbcAuditTrail audit) {
    this.database = database;
    this.audit = audit;
  }

  ScheduleResult begin(Schedule schedule, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      if (!siteExists(handle, schedule.siteId())) {
        return new ScheduleResult.NoSuchSite();
      }
      if (insert(handle, schedule, by, at)) {
        auditing(handle, schedule.scheduleId(), "SCHEDULE_BEGUN", by, at);
      }
      Schedule kept = find(handle, "find_schedule", schedule.scheduleId()).orElseThrow();
      return kept.equals(schedule)
          ? new ScheduleResult.Kept(kept)
          : new ScheduleResult.OtherSchedule();
    });
  }

  ScheduleResult end(ScheduleId scheduleId, LocalDate lastDay, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Schedule> known = lock(handle, scheduleId);
      if (known.isEmpty()) {
        return new ScheduleResult.NoSuchSchedule();
      }
      int later = expected(handle, known.get(), at, day -> day.isAfter(lastDay));
      if (later > 0) {
        return new ScheduleResult.StillExpected(later);
      }
      if (!lastDay.equals(known.get().validUntil())) {
        handle
            .createUpdate(SQL.statement("end_schedule"))
            .bind("scheduleId", scheduleId.value())
            .bind("lastDay", lastDay)
            .execute();
        auditing(handle, scheduleId, "SCHEDULE_ENDED", by, at);
      }
      return new ScheduleResult.Kept(find(handle, "find_schedule", scheduleId).orElseThrow());
    });
  }

  /** Under the lock of the schedule, so that nobody is booked into the day meanwhile. */
  ScheduleResult closeOn(ScheduleId scheduleId, LocalDate day, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Schedule> known = lock(handle, scheduleId);
      if (known.isEmpty()) {
        return new ScheduleResult.NoSuchSchedule();
      }
      if (known.get().closedOn().contains(day)) {
        return new ScheduleResult.Kept(known.get());
      }
      int people = expected(handle, known.get(), at, day::equals);
      if (people > 0) {
        return new ScheduleResult.StillExpected(people);
      }
      if (known.get().closedOn().size() >= Schedule.CLOSED_DAYS_MAX) {
        return new ScheduleResult.TooManyClosedDays();
      }
      return moved(handle, "close_day", scheduleId, day, new Decision(by, at, "SCHEDULE_CLOSED"));
    });
  }

  ScheduleResult openOn(ScheduleId scheduleId, LocalDate day, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<Schedule> known = lock(handle, scheduleId);
      if (known.isEmpty()) {
        return new ScheduleResult.NoSuchSchedule();
      }
      return known.get().closedOn().contains(day)
          ? moved(handle, "open_day", scheduleId, day, new Decision(by, at, "SCHEDULE_OPENED"))
          : new ScheduleResult.Kept(known.get());
    });
  }

  private record Decision(AgentId by, Instant at, String action) {}

  private ScheduleResult moved(
      Handle handle, String statement, ScheduleId scheduleId, LocalDate day, Decision decision) {
    handle
        .createUpdate(SQL.statement(statement))
        .bind("scheduleId", scheduleId.value())
        .bind("day", day)
        .execute();
    Schedule kept = find(handle, "find_schedule", scheduleId).orElseThrow();
    auditing(handle, scheduleId, decision.action(), decision.by(), decision.at());
    return new ScheduleResult.Kept(kept);
  }

  private static int expected(
      Handle handle, Schedule schedule, Instant now, Predicate<LocalDate> on) {
    return Math.toIntExact(
        handle
            .createQuery(SQL.statement("list_expected"))
            .bind("scheduleId", schedule.scheduleId().value())
            .bind("now", now)
            .mapTo(Instant.class)
            .stream()
            .filter(starts -> on.test(LocalDate.ofInstant(starts, schedule.zone())))
            .count());
  }

  List<Schedule> list(LocalDate from) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_schedules"))
            .bind("from", from)
            .bind("most", SHOWN_MAX)
            .map((row, context) -> schedule(row))
            .list());
  }

  List<ReceptionSite> sites() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_sites"))
            .bind("most", SHOWN_MAX)
            .map((row, context) ->
                new ReceptionSite(
                    row.getString("site_id"), row.getString("name"), row.getString("commune")))
            .list());
  }

  /** The schedule, which nobody else books by until the transaction ends. */
  Optional<Schedule> lock(Handle handle, ScheduleId scheduleId) {
    return find(handle, "lock_schedule", scheduleId);
  }

  boolean siteExists(Handle handle, String siteId) {
    return handle
        .createQuery(SQL.statement("site_exists"))
        .bind("siteId", siteId)
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<Schedule> find(Handle handle, String statement, ScheduleId scheduleId) {
    return handle
        .createQuery(SQL.statement(statement))
        .bind("scheduleId", scheduleId.value())
        .map((row, context) -> schedule(row))
        .findOne();
  }

  private static boolean insert(Handle handle, Schedule schedule, AgentId by, Instant at) {
    Holidays holidays = schedule.holidays();
    return handle
            .createUpdate(SQL.statement("begin_schedule"))
            .bind("scheduleId", schedule.scheduleId().value())
            .bind("siteId", schedule.siteId())
            .bind("service", schedule.service())
            .bind("kind", schedule.kind().name())
            .bind("rule", schedule.rule().text())
            .bind("validFrom", schedule.validFrom())
            .bind("validUntil", schedule.validUntil())
            .bind(
                "closedOn",
                schedule.closedOn().stream()
                    .sorted()
                    .map(LocalDate::toString)
                    .collect(Collectors.joining(" ")))
            .bind("holidays", holidays == null ? null : holidays.name())
            .bind("opensAt", schedule.opensAt())
            .bind("closesAt", schedule.closesAt())
            .bind("slotMinutes", schedule.slotMinutes())
            .bind("capacity", schedule.capacity())
            .bind("languages", String.join(" ", schedule.languages()))
            .bind("zone", schedule.zone().getId())
            .bind("by", by.value())
            .bind("at", at)
            .execute()
        == 1;
  }

  private void auditing(
      Handle handle, ScheduleId scheduleId, String action, AgentId by, Instant at) {
    audit.append(handle, AuditEvent.of(at, by, action, "SCHEDULE", scheduleId));
  }

  private static Schedule schedule(ResultSet row) throws SQLException {
    String holidays = row.getString("holidays");
    return new Schedule(
        new ScheduleId(row.getObject("schedule_id", UUID.class)),
        row.getString("site_id"),
        row.getString("service"),
        ReceptionKind.valueOf(row.getString("kind")),
        new DateRule(row.getString("rule")),
        row.getObject("valid_from", LocalDate.class),
        date(row, "valid_until"),
        words(row, "closed_days").stream().map(LocalDate::parse).collect(Collectors.toSet()),
        holidays == null ? null : Holidays.valueOf(holidays),
        row.getObject("opens_at", LocalTime.class),
        row.getObject("closes_at", LocalTime.class),
        row.getInt("slot_minutes"),
        row.getInt("capacity"),
        words(row, "spoken"),
        ZoneId.of(row.getString("zone")));
  }

  private static List<String> words(ResultSet row, String column) throws SQLException {
    String words = row.getString(column);
    return words.isEmpty() ? List.of() : Arrays.asList(words.split(" ", -1));
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
