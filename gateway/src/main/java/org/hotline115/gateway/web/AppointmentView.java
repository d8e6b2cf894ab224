package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentStatus;
import org.hotline115.callflow.appointment.ReceptionKind;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.JdbcPlannedTexts.PlannedText;
import org.jspecify.annotations.Nullable;

/** An appointment on the wire; the number is its mask. {@code texts}: what was and will be sent. */
record AppointmentView(
    AppointmentId appointmentId,
    ReceptionKind kind,
    String siteId,
    @Nullable ScheduleId scheduleId,
    Instant startsAt,
    Instant endsAt,
    String zone,
    @Nullable UUID contactId,
    String name,
    @Nullable PhoneNumber number,
    boolean smsAgreed,
    Discretion discretion,
    String language,
    AppointmentStatus status,
    boolean unknownPast,
    List<AppointmentStatus> mayBecome,
    boolean mayMove,
    int moves,
    String bookedBy,
    Instant bookedAt,
    String changedBy,
    Instant changedAt,
    List<PlannedText> texts) {

  static AppointmentView of(
      Appointment appointment, List<PlannedText> texts, DisplayNames names, Instant now) {
    var reach = appointment.reach();
    var recipient = reach.recipient();
    return new AppointmentView(
        appointment.appointmentId(),
        appointment.kind(),
        appointment.siteId(),
        appointment.scheduleId(),
        appointment.time().startsAt(),
        appointment.time().endsAt(),
        appointment.zone().getId(),
        appointment.contactId(),
        appointment.name(),
        recipient == null ? null : recipient.number(),
        reach.smsAgreed(),
        reach.discretion(),
        reach.language(),
        appointment.status(),
        appointment.isUnknownPast(now),
        Arrays.stream(AppointmentStatus.values())
            .filter(status -> appointment.mayBe(status, now))
            .toList(),
        appointment.mayMove(now),
        appointment.moves(),
        names.of(appointment.bookedBy()),
        appointment.bookedAt(),
        names.of(appointment.changedBy()),
        appointment.changedAt(),
        texts);
  }
}
