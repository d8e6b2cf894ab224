package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.JdbcOfferedSeats;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.message.JdbcPlannedTexts;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Occasion;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.ServiceTextResult;
import org.hotline115.callflow.message.TemplateCode;
import org.hotline115.callflow.store.SqlFile;
import org.hotline115.callflow.waitlist.OfferRules.Window;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The text of an offer: whether there may be one, what it says, and that it is taken back when the
 * offer ends before it left. Fails closed: what is not sure is said by a person.
 */
final class JdbcOfferTexts {

  private static final SqlFile SQL = SqlFile.beside(JdbcOfferTexts.class, "jdbc_offers.sql");

  private final JdbcServiceTexts texts;
  private final JdbcPlannedTexts planned;
  private final JdbcOfferedSeats seats;
  private final boolean isHeard;

  /** {@code isHeard}: whether an answer reaches us. */
  JdbcOfferTexts(
      JdbcServiceTexts texts, JdbcPlannedTexts planned, JdbcOfferedSeats seats, boolean isHeard) {
    this.texts = texts;
    this.planned = planned;
    this.seats = seats;
    this.isHeard = isHeard;
  }

  /** Why no text asks this person; null when one does. */
  @Nullable ByPhone whyByPhone(Handle handle, Waiting waiting, Instant now) {
    Recipient number = waiting.reach().recipient();
    if (number == null) {
      return ByPhone.NO_NUMBER;
    }
    if (textsTo(waiting).isEmpty()) {
      return ByPhone.NO_YES;
    }
    if (!isHeard) {
      return ByPhone.NOT_HEARD;
    }
    return otherQuestionWaits(handle, number, now) ? ByPhone.OTHER_QUESTION : null;
  }

  private static Optional<Recipient> textsTo(Waiting waiting) {
    boolean isWelcome =
        waiting.reach().smsAgreed() && waiting.reach().discretion() != Discretion.NONE;
    return isWelcome ? Optional.ofNullable(waiting.reach().recipient()) : Optional.empty();
  }

  private static boolean otherQuestionWaits(Handle handle, Recipient number, Instant now) {
    return handle
        .createQuery(SQL.statement("other_question_waits"))
        .bind("numberKey", number.key().hex())
        .bind("now", now)
        .mapTo(Boolean.class)
        .one();
  }

  /** Last in a transaction. False when this person must not be written to after all. */
  boolean ask(Handle handle, SlotOffer offer, Waiting waiting, Window window) {
    String place =
        waiting.reach().discretion() == Discretion.NORMAL
            ? seats.placeOf(handle, waiting.siteId())
            : "";
    ServiceTextResult result =
        texts.put(
            handle,
            new ServiceText(
                "OFFER:" + offer.offerId(),
                template(waiting, place),
                waiting.reach().language(),
                textsTo(waiting).orElseThrow(),
                values(offer, place),
                window.worthUntil(),
                new Occasion(offer.offerId().value(), window.dueAt(), offer.zone())));
    return result == ServiceTextResult.QUEUED;
  }

  private static TemplateCode template(Waiting waiting, String place) {
    if (place.isEmpty()) {
      return TemplateCode.APPT_FREE_NEUTRAL;
    }
    return waiting.appointment() == null ? TemplateCode.APPT_FREE : TemplateCode.APPT_EARLIER;
  }

  private static Map<String, Object> values(SlotOffer offer, String place) {
    Instant startsAt = offer.time().startsAt();
    return Map.of(
        "day",
        LocalDate.ofInstant(startsAt, offer.zone()),
        "time",
        LocalTime.ofInstant(startsAt, offer.zone()),
        "place",
        place,
        "answerBefore",
        LocalTime.ofInstant(offer.answerBefore(), offer.zone()));
  }

  /** Whether the person can have read it. */
  boolean wasTold(Handle handle, SlotOffer offer) {
    return handle
        .createQuery(SQL.statement("was_told"))
        .bind("offerId", offer.offerId().value())
        .mapTo(Boolean.class)
        .one();
  }

  /** It has ended: what has not left does not leave. Last in a transaction. */
  void takeBack(Handle handle, SlotOffer offer, AgentId by, Instant at) {
    planned.withdraw(handle, offer.offerId().value(), by, at);
  }
}
