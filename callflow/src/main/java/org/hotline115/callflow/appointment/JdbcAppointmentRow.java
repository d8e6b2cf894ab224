package org.hotline115.callflow.appointment;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.store.Cipher;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** An appointment as a row: its name sealed, and bound to that row. */
record JdbcAppointmentRow(Cipher cipher) {

  Appointment read(ResultSet row) throws SQLException {
    AppointmentId id = new AppointmentId(row.getObject("appointment_id", UUID.class));
    UUID scheduleId = row.getObject("schedule_id", UUID.class);
    byte[] name = row.getBytes("sealed_name");
    return new Appointment(
        id,
        ReceptionKind.valueOf(row.getString("kind")),
        row.getString("site_id"),
        scheduleId == null ? null : new ScheduleId(scheduleId),
        new SlotTime(known(row, "starts_at"), known(row, "ends_at")),
        ZoneId.of(row.getString("zone")),
        row.getObject("contact_id", UUID.class),
        name == null ? "" : cipher.decrypt(name, name(id)),
        reach(row, id),
        AppointmentStatus.valueOf(row.getString("status")),
        row.getInt("moves"),
        new AgentId(row.getString("booked_by")),
        known(row, "booked_at"),
        new AgentId(row.getString("changed_by")),
        known(row, "changed_at"));
  }

  /** All but the seat, which is no part of what a person sees. */
  Update bind(Update update, Appointment appointment) {
    ScheduleId scheduleId = appointment.scheduleId();
    return update
        .bind("appointmentId", appointment.appointmentId().value())
        .bind("kind", appointment.kind().name())
        .bind("siteId", appointment.siteId())
        .bind("scheduleId", scheduleId == null ? null : scheduleId.value())
        .bind("startsAt", appointment.time().startsAt())
        .bind("endsAt", appointment.time().endsAt())
        .bind("zone", appointment.zone().getId())
        .bind("contactId", appointment.contactId())
        .bind("sealedName", sealed(appointment))
        .bindMap(reached(appointment.appointmentId(), appointment.reach()))
        .bind("status", appointment.status().name())
        .bind("by", appointment.bookedBy().value())
        .bind("at", appointment.bookedAt());
  }

  private Reach reach(ResultSet row, AppointmentId id) throws SQLException {
    String key = row.getString("number_key");
    byte[] number = row.getBytes("sealed_number");
    Recipient recipient =
        key == null || number == null
            ? null
            : new Recipient(
                new CallerKey(key), new PhoneNumber(cipher.decrypt(number, number(id))));
    return new Reach(
        recipient,
        row.getBoolean("sms_agreed"),
        Discretion.valueOf(row.getString("discretion")),
        row.getString("language"));
  }

  /** The columns of a reach. */
  Map<String, @Nullable Object> reached(AppointmentId id, Reach reach) {
    Recipient recipient = reach.recipient();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("numberKey", recipient == null ? null : recipient.key().hex());
    columns.put(
        "sealedNumber",
        recipient == null ? null : cipher.encrypt(recipient.number().e164(), number(id)));
    columns.put("smsAgreed", reach.smsAgreed());
    columns.put("discretion", reach.discretion().name());
    columns.put("language", reach.language());
    return columns;
  }

  private static String number(AppointmentId id) {
    return "appointment.number:" + id;
  }

  private byte @Nullable [] sealed(Appointment appointment) {
    return appointment.name().isEmpty()
        ? null
        : cipher.encrypt(appointment.name(), name(appointment.appointmentId()));
  }

  private static String name(AppointmentId id) {
    return "appointment.name:" + id;
  }
}
