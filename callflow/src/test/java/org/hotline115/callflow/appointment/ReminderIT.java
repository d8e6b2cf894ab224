package org.hotline115.callflow.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reminders follow every change of an appointment; none is sent twice, none too late. */
class ReminderIT extends ReminderKit {

  @Test
  void whoAgreedIsToldAtOnceAndRemindedTwice() {
    Appointment appointment = booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    work();
    assertThat(provider.bodies())
        .singleElement()
        .asString()
        .startsWith("RDV jeu. 26/11 à 10h00, ")
        .contains("Annuler ou changer: 04 65 71 00 00");

    until(at("2026-11-24T09:59"));
    assertThat(provider.taken).hasSize(1);
    until(at("2026-11-24T10:00"));
    assertThat(provider.bodies().getLast())
        .startsWith("Rappel: RDV jeu. 26/11 à 10h00, ")
        .contains("Répondez 1 si vous venez, 2 pour annuler");
    until(at("2026-11-26T10:00").minusSeconds(60));
    assertThat(provider.bodies().getLast()).startsWith("Rappel: RDV aujourd'hui à 10h00, ");

    until(at("2026-11-27T10:00"));
    assertThat(provider.taken).hasSize(3);
    assertThat(count("SELECT count(*) FROM message WHERE status = 'SENT'")).isEqualTo(3);
    assertThat(feature.readAppointments().texts(List.of(appointment)))
        .hasEntrySatisfying(
            appointment.appointmentId().value(), texts -> assertThat(texts).hasSize(3));
  }

  @Test
  void bookingTwiceWritesOnce() {
    Schedule schedule = openAllDay();
    BookAppointment.Wish wish =
        new BookAppointment.Wish(
            new AppointmentId(java.util.UUID.randomUUID()),
            schedule.scheduleId(),
            at("2026-11-26T10:00"),
            null,
            "",
            AGREED);

    noted(feature.bookAppointment().run(wish, CLAIRE));
    noted(feature.bookAppointment().run(wish, CLAIRE));

    assertThat(count("SELECT count(*) FROM message")).isEqualTo(3);
  }

  @Test
  void withoutAYesOrWithDiscretionNothingIsWritten() {
    Schedule schedule = openAllDay();
    booked(schedule, at("2026-11-26T10:00"), Reach.NONE);
    booked(schedule, at("2026-11-26T10:00"), new Reach(PERSON, false, Discretion.NORMAL, "fr"));
    booked(schedule, at("2026-11-26T10:00"), new Reach(PERSON, true, Discretion.NONE, "fr"));

    until(at("2026-11-27T10:00"));

    assertThat(count("SELECT count(*) FROM message")).isZero();
  }

  @Test
  void aNeutralTextSaysNoPlaceAndASecretAddressIsNeverWritten() {
    Schedule schedule = openAllDay();
    String address =
        database.with(handle ->
            handle
                .createQuery("SELECT address FROM site WHERE site_id = :site")
                .bind("site", site)
                .mapTo(String.class)
                .one());
    booked(schedule, at("2026-11-26T10:00"), new Reach(PERSON, true, Discretion.NEUTRAL, "fr"));
    until(at("2026-11-24T12:00"));
    assertThat(provider.bodies())
        .containsExactly(
            "RDV jeu. 26/11 à 10h00. Infos: 04 65 71 00 00.",
            "Rappel: RDV jeu. 26/11 à 10h00. Infos: 04 65 71 00 00.");

    database.with(handle -> handle.execute("UPDATE site SET address_is_secret = true"));
    booked(schedule, at("2026-11-30T10:00"), AGREED);
    until(at("2026-11-30T10:00"));

    assertThat(provider.bodies()).noneMatch(body -> body.contains(address));
  }

  @Test
  void theTextIsInTheLanguageOfThePerson() {
    booked(openAllDay(), at("2026-11-26T10:00"), new Reach(PERSON, true, Discretion.NORMAL, "en"));
    until(at("2026-11-24T12:00"));

    assertThat(provider.bodies().getLast())
        .startsWith("Reminder: appointment Thu 26 Nov at 10:00, ");
  }

  @Test
  void aMovedAppointmentIsNeverRemindedForItsOldHour() {
    Schedule schedule = openAllDay();
    Appointment appointment = booked(schedule, at("2026-11-26T10:00"), AGREED);
    now = at("2026-11-23T09:00");
    work();
    MoveAppointment.To later =
        new MoveAppointment.To(schedule.scheduleId(), at("2026-11-30T15:30"));
    noted(feature.moveAppointment().run(appointment.appointmentId(), later, CLAIRE));
    noted(feature.moveAppointment().run(appointment.appointmentId(), later, CLAIRE));

    until(at("2026-12-01T10:00"));

    assertThat(provider.bodies()).hasSize(4);
    assertThat(provider.bodies().get(1)).startsWith("Votre RDV est changé: lun. 30/11 à 15h30, ");
    assertThat(provider.bodies().subList(1, 4)).noneMatch(body -> body.contains("26/11"));
    assertThat(count("SELECT count(*) FROM message WHERE status = 'WITHDRAWN'")).isEqualTo(2);
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'TEXT_WITHDRAWN'"))
        .isEqualTo(2);
    assertThat(new JdbcAuditTrail(database).firstBrokenLink()).isEqualTo(OptionalLong.empty());
  }

  @Test
  void movedThereAndBackItIsRemindedForWhereItEnds() {
    Schedule schedule = openAllDay();
    Appointment appointment = booked(schedule, at("2026-11-26T10:00"), AGREED);
    for (String hour : List.of("2026-11-27T10:00", "2026-11-26T10:00")) {
      noted(
          feature
              .moveAppointment()
              .run(
                  appointment.appointmentId(),
                  new MoveAppointment.To(schedule.scheduleId(), at(hour)),
                  CLAIRE));
    }
    until(at("2026-11-28T10:00"));

    assertThat(provider.bodies())
        .filteredOn(body -> body.startsWith("Rappel"))
        .hasSize(2)
        .noneMatch(body -> body.contains("27/11"));
  }

  @ParameterizedTest
  @CsvSource({"REVOKED, 2", "EXCUSED, 1", "CONFIRMED, 3"})
  void whatBecomesOfItDecidesWhatIsStillSent(AppointmentStatus status, int texts) {
    Appointment appointment = booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    work();
    mark(appointment, status);

    until(at("2026-11-27T10:00"));

    assertThat(provider.taken).hasSize(texts);
    if (status == AppointmentStatus.REVOKED) {
      assertThat(provider.bodies().getLast())
          .isEqualTo(
              "Votre RDV du jeu. 26/11 à 10h00 est annulé. Pour un autre RDV, appelez le"
                  + " 04 65 71 00 00.");
    }
  }

  @Test
  void whoChangedNumbersIsWrittenToAtTheNewOneOnly() {
    Appointment appointment = booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    work();
    Recipient other =
        new Recipient(new CallerKey("cd".repeat(32)), new PhoneNumber("+33639980002"));
    Reach reach = new Reach(other, true, Discretion.NORMAL, "fr");
    noted(feature.changeReach().run(appointment.appointmentId(), reach, CLAIRE));
    noted(feature.changeReach().run(appointment.appointmentId(), reach, CLAIRE));

    until(at("2026-11-27T10:00"));

    assertThat(provider.taken)
        .extracting(OutgoingText::to)
        .containsExactly(PERSON.number(), other.number(), other.number(), other.number());
  }

  @Test
  void aReminderWhoseMomentHasPassedIsNeverPlannedOrSent() {
    Schedule schedule = openAllDay();
    now = at("2026-11-25T20:00");
    booked(schedule, at("2026-11-26T10:00"), AGREED);
    assertThat(count("SELECT count(*) FROM message WHERE quiet_zone IS NOT NULL")).isEqualTo(1);
    work();

    now = at("2026-11-26T10:00");
    work();

    assertThat(provider.taken).hasSize(1);
    assertThat(count("SELECT count(*) FROM message WHERE status = 'EXPIRED'")).isEqualTo(1);
  }

  @Test
  void whatTheNightDelayedLeavesInTheMorning() {
    booked(openAllDay(), at("2026-11-26T19:00"), AGREED);
    work();

    now = at("2026-11-25T02:30"); // due on the 24th at 19:00, nobody worked until now
    work();
    assertThat(provider.taken).hasSize(1);
    until(at("2026-11-25T07:59"));
    assertThat(provider.taken).hasSize(1);
    until(at("2026-11-25T08:00"));
    work();

    assertThat(provider.taken).hasSize(2);
  }

  @Test
  void bothClockNightsAndALeapDayAreRemindedByTheClockOfTheWall() {
    now = at("2027-03-01T10:00");
    Schedule schedule = openAllDay();
    booked(schedule, at("2027-03-28T10:00"), AGREED); // three in the morning is next to two
    booked(schedule, at("2027-10-31T10:00"), AGREED); // two in the morning comes twice
    booked(schedule, at("2028-02-29T10:00"), AGREED);

    assertThat(due())
        .containsExactly(
            at("2027-03-26T09:00"), // 48 hours, one of which the night ate
            at("2027-03-28T08:00"), // three hours before it is six on the clock of yesterday: wait
            at("2027-10-29T11:00"),
            at("2027-10-31T08:00"),
            at("2028-02-27T10:00"),
            at("2028-02-29T08:00"));
  }

  private List<Instant> due() {
    return database.with(handle ->
        handle
            .createQuery("SELECT due_at FROM message WHERE quiet_zone IS NOT NULL ORDER BY due_at")
            .mapTo(Instant.class)
            .list());
  }

  @Test
  void aCopyOfLastNightBroughtBackSendsNothingTwice() {
    Schedule schedule = openAllDay();
    booked(schedule, at("2026-11-26T10:00"), AGREED);
    booked(schedule, at("2026-11-28T10:00"), new Reach(PERSON, true, Discretion.NORMAL, "en"));
    work();
    until(at("2026-11-23T23:00"));
    database.with(handle -> handle.execute("CREATE TABLE last_night AS TABLE message"));
    until(at("2026-11-24T18:00"));
    assertThat(provider.taken).hasSize(3);

    database.inTransaction(handle -> {
      handle.execute("DELETE FROM message");
      return handle.execute("INSERT INTO message SELECT * FROM last_night");
    });
    restart();
    work();
    now = now.plus(Duration.ofMinutes(3));
    work();
    assertThat(provider.taken).as("nothing is sent again").hasSize(3);
    assertThat(count("SELECT count(*) FROM message WHERE status = 'SENT'")).isEqualTo(3);

    until(at("2026-11-29T10:00"));
    assertThat(provider.taken).as("what was to come comes, once").hasSize(6);
    assertThat(new HashSet<>(provider.bodies())).hasSize(6);
  }

  @Test
  void afterALongSleepWhatWasNotSentIsSentOnce() {
    booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    work();
    now = at("2026-11-24T15:00");
    restart();

    work();

    assertThat(provider.bodies()).hasSize(2);
    until(at("2026-11-24T20:00"));
    assertThat(provider.bodies()).hasSize(2);
  }

  @Test
  void whatIsUnknownIsNotSentAgainForAnAppointmentThatIsNoMore() {
    Appointment appointment = booked(openAllDay(), at("2026-11-26T10:00"), AGREED);
    work();
    provider.losesItsAnswer = true;
    now = at("2026-11-24T10:00");
    messages.work();
    provider.taken.removeLast(); // it never had it
    provider.losesItsAnswer = false;
    mark(appointment, AppointmentStatus.EXCUSED);

    until(at("2026-11-26T12:00"));

    assertThat(provider.taken).hasSize(1);
    assertThat(count("SELECT count(*) FROM message WHERE status = 'EXPIRED'")).isEqualTo(1);
  }

  @Test
  void twoGatewaysShareTheRemindersOfAMorning() throws Exception {
    Schedule schedule = openAllDay();
    for (int person = 0; person < 60; person++) {
      Recipient recipient =
          new Recipient(
              new CallerKey("%064x".formatted(person)),
              new PhoneNumber("+3363998%04d".formatted(person)));
      booked(schedule, at("2026-11-26T10:00"), new Reach(recipient, true, Discretion.NORMAL, "fr"));
    }
    for (int more = 0; more < 3; more++) {
      work(); // sixty confirmations leave, sixteen at a time
    }
    assertThat(provider.taken).hasSize(60);
    provider.taken.clear();
    MessageFeature first = messages;
    restart();
    MessageFeature second = messages;
    now = at("2026-11-24T10:00");

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done :
          threads.invokeAll(List.<Callable<Boolean>>of(() -> all(first), () -> all(second)))) {
        done.get();
      }
    }

    assertThat(provider.taken).hasSize(60);
    assertThat(new HashSet<>(provider.taken.stream().map(OutgoingText::to).toList())).hasSize(60);
  }

  private static Boolean all(MessageFeature gateway) {
    for (int round = 0; round < 8; round++) {
      gateway.work();
    }
    return true;
  }
}
