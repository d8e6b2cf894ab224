package org.hotline115.callflow.waitlist;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.JdbcOfferedSeats;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;

/** The waiting list, put together. From then on every seat that a person gives up is offered. */
public final class WaitlistFeature {

  /** What it stands on. {@code zone} is that of the deployment: days are cut by it. */
  public record Ground(
      Database database,
      Cipher cipher,
      JdbcAuditTrail audit,
      InstantSource clock,
      ZoneId zone,
      MeterRegistry meters) {}

  /**
   * How people are asked.
   *
   * @param callBackNumber whom to call about an appointment
   * @param isHeard whether an answer by text reaches us
   */
  public record Texts(
      MessageFeature messages, OfferRules rules, String callBackNumber, boolean isHeard) {}

  private final Ground ground;
  private final AppointmentFeature appointments;
  private final Texts texts;
  private final WaitlistMetrics metrics;
  private final JdbcWaitingList list;
  private final JdbcOffers offers;
  private final JdbcOfferPage page;

  public WaitlistFeature(Ground ground, AppointmentFeature appointments, Texts texts) {
    this.ground = ground;
    this.appointments = appointments;
    this.texts = texts;
    this.metrics = new WaitlistMetrics(ground.meters());
    JdbcOfferedSeats seats = appointments.offeredSeats();
    JdbcWaiting waiting = new JdbcWaiting(ground.cipher(), seats);
    this.list =
        new JdbcWaitingList(ground.database(), ground.audit(), waiting, seats, ground.zone());
    this.offers =
        new JdbcOffers(
            ground.database(),
            ground.audit(),
            waiting,
            seats,
            new JdbcOfferTexts(
                texts.messages().serviceTexts(),
                texts.messages().plannedTexts(),
                seats,
                texts.isHeard()),
            new JdbcOffers.Asking(texts.rules(), new Ids(ground.clock())));
    this.page =
        new JdbcOfferPage(
            ground.database(), ground.audit(), waiting, texts.messages().plannedTexts());
    seats.follow(offers);
  }

  public KeepWaitingList keepWaitingList() {
    return new KeepWaitingList(list, metrics, ground.clock());
  }

  public OfferSeats offerSeats() {
    return new OfferSeats(offers, metrics, ground.clock());
  }

  public ReadWaitingList readWaitingList() {
    return new ReadWaitingList(page, ground.clock());
  }

  public LapseOffers lapseOffers() {
    return new LapseOffers(offers, page, list, metrics, ground.clock());
  }

  /** Who answers an offer by text is heard; before those who hear answers to reminders. */
  public void hearAnswers() {
    texts
        .messages()
        .read(
            new AnswerOffer(
                page,
                offerSeats(),
                appointments.markAppointment(),
                texts.messages().serviceTexts(),
                texts.callBackNumber(),
                ground.clock()));
  }
}
