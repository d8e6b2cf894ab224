package org.hotline115.callflow.waitlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.callflow.appointment.AppointmentStatus.EXCUSED;
import static org.hotline115.callflow.appointment.AppointmentStatus.REVOKED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.AppointmentStatus;
import org.hotline115.callflow.appointment.BookAppointment;
import org.hotline115.callflow.appointment.MoveAppointment;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.caller.Discretion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits is offered what others give up: one person at a time, in their order. */
class WaitlistIT extends WaitlistKit {

  private static final Instant TUESDAY = at("2026-11-24T09:30");

  private Schedule schedule;
  private Appointment given;

  @BeforeEach
  void somebodyHasTheHour() {
    schedule = mornings();
    given = booked(schedule, TUESDAY, Reach.NONE);
  }

  private AppointmentResult book(Instant startsAt) {
    return feature
        .bookAppointment()
        .run(
            new BookAppointment.Wish(
                new AppointmentId(UUID.randomUUID()),
                schedule.scheduleId(),
                startsAt,
                null,
                "M. D.",
                Reach.NONE),
            CLAIRE);
  }

  @Test
  void whoJoinedFirstIsAskedFirstByATextThatStandsInTheOutboxWithTheCancellation() {
    waits("Mme A.", agreed(FIRST));
    waits("Mme B.", agreed(SECOND));

    mark(given, EXCUSED);

    assertThat(asked()).isEqualTo("Mme A.");
    assertThat(count("SELECT count(*) FROM message WHERE template = 'APPT_FREE'")).isEqualTo(1);
    assertThat(provider.bodies()).isEmpty();
    work();
    assertThat(provider.bodies())
        .singleElement()
        .asString()
        .startsWith("Un RDV est libre: mar. 24/11 à 09h30, ")
        .endsWith(". Répondez 1 avant 12h00 pour le prendre, 2 sinon.");
    assertThat(names()).containsExactly("Mme A.", "Mme B.");
  }

  @Test
  void whereTheTextCannotBeWrittenNothingIsCancelled() {
    waits("Mme A.", agreed(FIRST));
    database.with(handle ->
        handle.execute("ALTER TABLE message ADD CONSTRAINT x CHECK (template <> 'APPT_FREE')"));

    assertThatThrownBy(() -> mark(given, EXCUSED)).isNotNull();

    assertThat(offers()).isEmpty();
    assertThat(free(TUESDAY)).isZero();
    assertThat(day("2026-11-24")).extracting(Appointment::status).containsExactly(given.status());
  }

  @Test
  void aYesTakesTheHourAndASecondOneTakesNothingMore() {
    waits("Mme A.", agreed(FIRST));
    mark(given, EXCUSED);
    work();

    assertThat(writes(FIRST, "oui")).startsWith("RDV mar. 24/11 à 09h30, ");
    assertThat(writes(FIRST, "1")).isEqualTo("Merci, votre venue est notée: mar. 24/11 à 09h30.");

    assertThat(day("2026-11-24")).extracting(Appointment::name).containsExactly("Mme A.");
    assertThat(names()).isEmpty();
    assertThat(offers()).isEmpty();
    assertThat(count("SELECT count(*) FROM held_seat")).isZero();
    assertThat(count("SELECT count(*) FROM waiting WHERE sealed_name IS NOT NULL")).isZero();
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'OFFER_TAKEN'")).isEqualTo(1);
  }

  @Test
  void nobodyElseGetsTheHourWhileItIsOffered() {
    waits("Mme A.", agreed(FIRST));
    mark(given, EXCUSED);

    assertThat(free(TUESDAY)).isZero();
    assertThat(book(TUESDAY)).isInstanceOf(AppointmentResult.Full.class);
  }

  @Test
  void aNoPassesItToTheNextAndTheTurnIsKept() {
    waits("Mme A.", agreed(FIRST));
    waits("Mme B.", agreed(SECOND));
    mark(given, EXCUSED);
    work();

    assertThat(writes(FIRST, "2")).startsWith("C'est noté, vous ne prenez pas ce RDV.");

    assertThat(asked()).isEqualTo("Mme B.");
    assertThat(names()).containsExactly("Mme A.", "Mme B.");
    assertThat(writes(FIRST, "1")).startsWith("Ce RDV n'est plus libre");
    assertThat(writes(SECOND, "1")).startsWith("RDV mar. 24/11 à 09h30, ");
    assertThat(names()).containsExactly("Mme A.");
  }

  @Test
  void theDeadlinePassesItToTheNextAndALateAnswerIsToldSo() {
    waits("Mme A.", agreed(FIRST));
    waits("Mme B.", agreed(SECOND));
    mark(given, EXCUSED);
    work();
    Instant deadline = offer().answerBefore();
    passes(deadline.minusMillis(1));
    assertThat(asked()).isEqualTo("Mme A.");

    passes(deadline);

    assertThat(asked()).isEqualTo("Mme B.");
    assertThat(writes(FIRST, "1")).startsWith("Ce RDV n'est plus libre");
    assertThat(asked()).isEqualTo("Mme B.");
    assertThat(writes(SECOND, "OK")).startsWith("RDV mar. 24/11");
    assertThat(day("2026-11-24")).extracting(Appointment::name).containsExactly("Mme B.");
  }

  @Test
  void whereNobodyWantsItEverybodyMayHaveIt() {
    waits("Mme A.", agreed(FIRST));
    mark(given, EXCUSED);
    work();

    passes(offer().answerBefore());

    assertThat(offers()).isEmpty();
    assertThat(free(TUESDAY)).isEqualTo(1);
    assertThat(book(TUESDAY)).isInstanceOf(AppointmentResult.Noted.class);
  }

  @Test
  void anAnswerThatCameInTimeCountsThoughItIsReadLate() {
    waits("Mme A.", agreed(FIRST));
    waits("Mme B.", agreed(SECOND));
    mark(given, EXCUSED);
    work();
    Instant deadline = offer().answerBefore();
    now = deadline.minusSeconds(1);
    messages.receiveText().run("SM%032x".formatted(900), FIRST, "1");

    passes(deadline.plusSeconds(600));
    assertThat(asked()).isEqualTo("Mme A.");
    restart();
    assertThat(messages.readOne()).isTrue();

    assertThat(day("2026-11-24")).extracting(Appointment::name).containsExactly("Mme A.");
    assertThat(names()).containsExactly("Mme B.");
  }

  @Test
  void anAnswerThatCameTooLatePassesItOnByItself() {
    waits("Mme A.", agreed(FIRST));
    waits("Mme B.", agreed(SECOND));
    mark(given, EXCUSED);
    work();

    now = offer().answerBefore();

    assertThat(writes(FIRST, "1")).startsWith("Ce RDV n'est plus libre");
    assertThat(asked()).isEqualTo("Mme B.");
  }

  @Test
  void whoHasALaterHourIsMovedAndTheirsGoesToTheNext() {
    Appointment later = booked(schedule, at("2026-11-26T10:00"), agreed(FIRST));
    waitsForEarlier(later);
    waits("Mme B.", agreed(SECOND));
    work();

    mark(given, EXCUSED);
    work();
    assertThat(provider.bodies().getLast()).startsWith("Un RDV avant est libre: mar. 24/11");
    assertThat(writes(FIRST, "1")).startsWith("Votre RDV est changé: mar. 24/11 à 09h30, ");

    assertThat(day("2026-11-24"))
        .extracting(Appointment::appointmentId)
        .containsExactly(later.appointmentId());
    assertThat(asked()).isEqualTo("Mme B.");
    assertThat(offer().time().startsAt()).isEqualTo(at("2026-11-26T10:00"));
  }

  @Test
  void nobodyIsOfferedWhatIsLaterThanTheirOwn() {
    Appointment earlier = booked(schedule, at("2026-11-23T10:00"), agreed(FIRST));
    waitsForEarlier(earlier);

    mark(given, EXCUSED);

    assertThat(offers()).isEmpty();
    assertThat(free(TUESDAY)).isEqualTo(1);
  }

  @Test
  void aMovedAppointmentLeavesItsHourToWhoWaits() {
    waits("Mme A.", agreed(FIRST));

    noted(
        feature
            .moveAppointment()
            .run(
                given.appointmentId(),
                new MoveAppointment.To(schedule.scheduleId(), at("2026-11-25T09:00")),
                CLAIRE));

    assertThat(offer().time().startsAt()).isEqualTo(TUESDAY);
  }

  @Test
  void whatTheServiceCancelsIsOfferedWhenAPersonSaysSo() {
    waits("Mme A.", agreed(FIRST));
    mark(given, REVOKED);
    assertThat(offers()).isEmpty();
    OfferId id = new OfferId(UUID.randomUUID());

    SlotOfferResult offered =
        waitlist.offerSeats().offer(id, schedule.scheduleId(), TUESDAY, CLAIRE);
    SlotOfferResult again = waitlist.offerSeats().offer(id, schedule.scheduleId(), TUESDAY, CLAIRE);

    assertThat(offered).isEqualTo(again).isInstanceOf(SlotOfferResult.Offered.class);
    assertThat(asked()).isEqualTo("Mme A.");
    assertThat(
            waitlist
                .offerSeats()
                .offer(
                    new OfferId(UUID.randomUUID()),
                    schedule.scheduleId(),
                    at("2026-11-24T09:00"),
                    CLAIRE))
        .isInstanceOf(SlotOfferResult.NobodyWaits.class);
  }

  @Test
  void whatIsGivenUpAtNightIsOfferedInTheMorning() {
    waits("Mme A.", agreed(FIRST));
    now = at("2026-11-21T22:00");
    mark(given, EXCUSED);

    until(at("2026-11-22T07:59"));
    assertThat(provider.bodies()).isEmpty();
    assertThat(offer().answerBefore()).isEqualTo(at("2026-11-22T10:00"));
    until(at("2026-11-22T08:00"));

    assertThat(provider.bodies()).singleElement().asString().contains("avant 10h00");
  }

  @Test
  void whatBeginsTooSoonIsOfferedToNobody() {
    waits("Mme A.", agreed(FIRST));
    now = TUESDAY.minusSeconds(89 * 60);

    mark(given, EXCUSED);

    assertThat(offers()).isEmpty();
    assertThat(free(TUESDAY)).isEqualTo(1);
  }

  @Test
  void whoCannotBeAskedByTextIsCalledAndAnAgentSaysWhatTheySaid() {
    waits("M. sans numéro", Reach.NONE);
    waits("Mme B.", new Reach(SECOND, false, Discretion.NORMAL, "fr"));
    waits("Mme C.", new Reach(THIRD, true, Discretion.NONE, "fr"));
    mark(given, EXCUSED);

    assertThat(offer().byPhone()).isEqualTo(ByPhone.NO_NUMBER);
    assertThat(waitlist.readWaitingList().open(offer().offerId(), CLAIRE)).isEmpty();
    waitlist.offerSeats().answer(offer().offerId(), false, CLAIRE);
    assertThat(offer().byPhone()).isEqualTo(ByPhone.NO_YES);
    assertThat(waitlist.readWaitingList().open(offer().offerId(), CLAIRE))
        .contains(SECOND.number());
    waitlist.offerSeats().answer(offer().offerId(), false, CLAIRE);
    SlotOffer last = offer();
    assertThat(last.byPhone()).isEqualTo(ByPhone.NO_YES);
    now = last.answerBefore().plusSeconds(60);
    SlotOfferResult taken = waitlist.offerSeats().answer(last.offerId(), true, CLAIRE);

    assertThat(taken).isInstanceOf(SlotOfferResult.Taken.class);
    assertThat(waitlist.offerSeats().answer(last.offerId(), true, CLAIRE)).isEqualTo(taken);
    assertThat(day("2026-11-24")).extracting(Appointment::name).containsExactly("Mme C.");
    work();
    assertThat(provider.bodies()).isEmpty();
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'OFFER_NUMBER_OPENED'"))
        .isEqualTo(1);
  }

  @Test
  void whoWantsNoMoreTextsIsCalled() {
    waits("Mme A.", agreed(FIRST));
    assertThat(writes(FIRST, "STOP")).startsWith("C'est noté: plus de SMS.");

    mark(given, EXCUSED);
    work();

    assertThat(offer().byPhone()).isEqualTo(ByPhone.REFUSED);
    assertThat(provider.bodies()).noneMatch(body -> body.contains("libre"));
  }

  @Test
  void whereOurSenderIsANameWhoWaitsIsCalled() {
    waitlist = waitlist(database, feature, messages, false);
    waits("Mme A.", agreed(FIRST));

    mark(given, EXCUSED);

    assertThat(offer().byPhone()).isEqualTo(ByPhone.NOT_HEARD);
  }

  @Test
  void whoOwesAnAnswerToAReminderIsCalled() {
    Appointment later = booked(schedule, at("2026-11-26T10:00"), agreed(FIRST));
    Appointment other = booked(schedule, at("2026-11-25T10:00"), Reach.NONE);
    waitsForEarlier(later);
    until(at("2026-11-24T12:00"));

    mark(other, EXCUSED);

    assertThat(offer().byPhone()).isEqualTo(ByPhone.OTHER_QUESTION);
  }

  @Test
  void whileAReminderAsksAfterTheOfferNothingIsGuessed() {
    Appointment later = booked(schedule, at("2026-11-26T10:00"), agreed(FIRST));
    Appointment other = booked(schedule, at("2026-11-25T10:00"), Reach.NONE);
    waitsForEarlier(later);
    until(at("2026-11-24T09:00"));
    mark(other, EXCUSED);
    work();
    until(at("2026-11-24T10:00"));

    assertThat(writes(FIRST, "1")).startsWith("Plusieurs RDV sont notés à ce numéro.");

    assertThat(offer().status()).isEqualTo(OfferStatus.OPEN);
    assertThat(feature.readAppointments().find(later.appointmentId()).orElseThrow().status())
        .isEqualTo(AppointmentStatus.BOOKED);
  }

  @Test
  void aNoAfterAYesGivesItToTheNext() {
    waits("Mme A.", agreed(FIRST));
    waits("Mme B.", agreed(SECOND));
    mark(given, EXCUSED);
    work();
    writes(FIRST, "1");

    assertThat(writes(FIRST, "non")).startsWith("C'est noté, RDV annulé.");

    assertThat(asked()).isEqualTo("Mme B.");
    assertThat(day("2026-11-24")).isEmpty();
  }

  @Test
  void aNeutralTextSaysNoPlace() {
    waits("Mme A.", new Reach(FIRST, true, Discretion.NEUTRAL, "fr"));

    mark(given, EXCUSED);
    work();

    assertThat(provider.bodies())
        .containsExactly(
            "Un RDV est libre: mar. 24/11 à 09h30. Répondez 1 avant 12h00 pour le prendre, 2"
                + " sinon.");
  }

  @Test
  void whoLeavesTwoOffersUnansweredIsAskedNoMoreAndForgotten() {
    waits("Mme A.", agreed(FIRST));
    Appointment other = booked(schedule, at("2026-11-25T10:00"), Reach.NONE);
    mark(given, EXCUSED);
    work();
    passes(offer().answerBefore());
    assertThat(names()).containsExactly("Mme A.");
    mark(other, EXCUSED);
    work();

    passes(offer().answerBefore());

    assertThat(names()).isEmpty();
    assertThat(count("SELECT count(*) FROM waiting WHERE ending = 'SILENT' AND number_key IS NULL"))
        .isEqualTo(1);
  }

  @Test
  void whomNoTextReachedIsNotBlamed() {
    waits("Mme A.", agreed(FIRST));
    for (String hour : List.of("2026-11-25T10:00", "2026-11-25T10:30", "2026-11-25T11:00")) {
      mark(booked(schedule, at(hour), Reach.NONE), EXCUSED);
      now = offer().answerBefore();
      waitlist.lapseOffers().run();
    }

    assertThat(names()).containsExactly("Mme A.");
    work();
    assertThat(provider.bodies()).isEmpty();
  }

  @Test
  void aDayThatIsClosedMeanwhileIsNoMoreToBeHad() {
    waits("Mme A.", agreed(FIRST));
    mark(given, EXCUSED);
    work();
    feature.keepSchedules().closeOn(schedule.scheduleId(), LocalDate.parse("2026-11-24"), CLAIRE);

    assertThat(writes(FIRST, "1")).startsWith("Ce RDV n'est plus libre");

    assertThat(names()).containsExactly("Mme A.");
    assertThat(offers()).isEmpty();
    assertThat(count("SELECT count(*) FROM held_seat")).isZero();
  }

  @Test
  void whoNoLongerCanComeEarlierWaitsNoMore() {
    Appointment later = booked(schedule, at("2026-11-26T10:00"), agreed(FIRST));
    waitsForEarlier(later);
    mark(later, EXCUSED);

    waitlist.lapseOffers().run();

    assertThat(names()).isEmpty();
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'WAIT_PAST'")).isEqualTo(1);
  }

  @Test
  void joiningTwiceJoinsOnceAndWhoLeavesIsNotAsked() {
    WaitId id = new WaitId(UUID.randomUUID());
    Waiting first = joined(id, "Mme A.", agreed(FIRST));

    assertThat(joined(id, "Mme A.", agreed(FIRST))).isEqualTo(first);
    KeepWaitingList keep = waitlist.keepWaitingList();
    assertThat(
            keep.join(
                new KeepWaitingList.Wish(id, site, "premier accueil", "M. D.", Reach.NONE, null),
                CLAIRE))
        .isInstanceOf(WaitResult.OtherWait.class);
    assertThat(
            keep.join(
                new KeepWaitingList.Wish(
                    new WaitId(UUID.randomUUID()), site, "douches", "M. D.", Reach.NONE, null),
                CLAIRE))
        .isInstanceOf(WaitResult.NoSuchService.class);
    assertThat(keep.leave(id, CLAIRE)).isInstanceOf(WaitResult.WaitsNoMore.class);
    assertThat(keep.leave(id, CLAIRE)).isInstanceOf(WaitResult.WaitsNoMore.class);
    mark(given, EXCUSED);

    assertThat(offers()).isEmpty();
    assertThat(count("SELECT count(*) FROM audit_event WHERE action = 'WAIT_LEFT'")).isEqualTo(1);
  }

  @Test
  void anAppointmentWaitsOnceAndItsNewNumberCounts() {
    Appointment later = booked(schedule, at("2026-11-26T10:00"), agreed(FIRST));
    waitsForEarlier(later);
    assertThat(
            waitlist
                .keepWaitingList()
                .joinForEarlier(new WaitId(UUID.randomUUID()), later.appointmentId(), CLAIRE))
        .isInstanceOf(WaitResult.WaitsAlready.class);
    feature.changeReach().run(later.appointmentId(), agreed(SECOND), CLAIRE);
    work();

    mark(given, EXCUSED);
    work();

    assertThat(provider.taken.getLast().to()).isEqualTo(SECOND.number());
    assertThat(writes(FIRST, "1")).doesNotContain("24/11");
    assertThat(writes(SECOND, "1")).startsWith("Votre RDV est changé: mar. 24/11");
  }
}
