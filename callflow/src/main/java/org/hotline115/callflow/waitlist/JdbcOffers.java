package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.BookAppointment;
import org.hotline115.callflow.appointment.JdbcOfferedSeats;
import org.hotline115.callflow.appointment.JdbcSeatFollower;
import org.hotline115.callflow.appointment.MoveAppointment;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.appointment.SlotTime;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;
import org.hotline115.callflow.waitlist.JdbcWaiting.Ending;
import org.hotline115.callflow.waitlist.OfferRules.Window;
import org.hotline115.callflow.waitlist.Said.By;
import org.jdbi.v3.core.Handle;

/**
 * Offers in PostgreSQL: made, answered and passed on, each in one transaction with the seat, the
 * text and the appointment it becomes. Locks are taken in one order: the appointment that would
 * move, the schedules of its seats, who waits, the audit trail. An offer changes only under the
 * lock of its schedule.
 */
final class JdbcOffers implements JdbcSeatFollower {

  private final Database database;
  private final JdbcAuditTrail audit;
  private final JdbcWaiting waiting;
  private final JdbcOfferedSeats seats;
  private final JdbcOfferTexts texts;
  private final JdbcOfferRow rows;
  private final OfferRules rules;
  private final Ids ids;

  JdbcOffers(
      Database database,
      JdbcAuditTrail audit,
      JdbcWaiting waiting,
      JdbcOfferedSeats seats,
      JdbcOfferTexts texts,
      Asking asking) {
    this.database = database;
    this.audit = audit;
    this.waiting = waiting;
    this.seats = seats;
    this.texts = texts;
    this.rows = new JdbcOfferRow();
    this.rules = asking.rules();
    this.ids = asking.ids();
  }

  /** How somebody is asked, and how an offer is named. */
  record Asking(OfferRules rules, Ids ids) {}

  @Override
  public void givenUp(Handle handle, ScheduleId scheduleId, Instant startsAt, Instant at) {
    offerNext(handle, next(), scheduleId, startsAt, new By(AgentId.HOUSE, at));
  }

  /** By hand. The same id again is the same offer. */
  SlotOfferResult offer(OfferId id, ScheduleId scheduleId, Instant startsAt, By by) {
    return database.inTransaction(handle -> {
      seats.lock(handle, null, scheduleId);
      Optional<SlotOffer> known = rows.find(handle, id);
      return known.isPresent()
          ? new SlotOfferResult.Offered(known.get())
          : offerNext(handle, id, scheduleId, startsAt, by);
    });
  }

  /** Waits for nobody but the schedule, which the caller may have locked. */
  private SlotOfferResult offerNext(
      Handle handle, OfferId id, ScheduleId scheduleId, Instant startsAt, By by) {
    Schedule schedule = seats.schedule(handle, scheduleId).orElse(null);
    SlotTime time =
        schedule == null || !startsAt.isAfter(by.at())
            ? null
            : schedule.slotAt(startsAt).orElse(null);
    if (schedule == null || time == null) {
      return new SlotOfferResult.NoSuchSlot();
    }
    Window window = rules.window(by.at(), startsAt, schedule.zone()).orElse(null);
    if (window == null) {
      return new SlotOfferResult.TooLate();
    }
    Waiting next = waiting.chooseNext(handle, schedule, time).orElse(null);
    if (next == null) {
      return new SlotOfferResult.NobodyWaits();
    }
    if (!seats.hold(handle, scheduleId, startsAt, id.value(), by.at())) {
      return new SlotOfferResult.Full();
    }
    SlotOffer offer =
        new SlotOffer(
            id,
            next.waitId(),
            scheduleId,
            time,
            schedule.zone(),
            texts.whyByPhone(handle, next, by.at()),
            by.at(),
            window.answerBefore(),
            OfferStatus.OPEN,
            null,
            null);
    return new SlotOfferResult.Offered(make(handle, offer, next, window, by));
  }

  private SlotOffer make(Handle handle, SlotOffer offer, Waiting to, Window window, By by) {
    Recipient number = to.reach().recipient();
    rows.insert(handle, offer, number, by.agent());
    waiting.ask(handle, to.waitId(), offer.offerId());
    audited(handle, offer, "SLOT_OFFERED", by);
    if (offer.byPhone() == null && !texts.ask(handle, offer, to, window)) {
      rows.byPhoneAfterAll(handle, offer.offerId());
    }
    return rows.find(handle, offer.offerId()).orElseThrow();
  }

  SlotOfferResult answer(OfferId id, Said said) {
    return database.inTransaction(handle -> {
      Optional<SlotOffer> offer = locked(handle, id);
      if (offer.isEmpty()) {
        return new SlotOfferResult.NoSuchOffer();
      }
      if (!offer.get().isOpen()) {
        return ended(handle, offer.get(), said);
      }
      if (said.isLateFor(offer.get())) {
        lapse(handle, offer.get(), said.by().at());
        return new SlotOfferResult.Over(rows.find(handle, id).orElseThrow());
      }
      return said.takes() ? take(handle, offer.get(), said) : decline(handle, offer.get(), said);
    });
  }

  /** Everything an offer touches is ours until the transaction ends. */
  private Optional<SlotOffer> locked(Handle handle, OfferId id) {
    Optional<SlotOffer> seen = rows.find(handle, id);
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    WaitId waitId = seen.get().waitId();
    AppointmentId moving =
        waiting
            .find(handle, waitId)
            .map(Waiting::appointment)
            .map(Appointment::appointmentId)
            .orElse(null);
    seats.lock(handle, moving, seen.get().scheduleId());
    waiting.lock(handle, waitId);
    return rows.find(handle, id);
  }

  /** The same again changes nothing. */
  private SlotOfferResult ended(Handle handle, SlotOffer offer, Said said) {
    AppointmentId taken = offer.appointmentId();
    if (taken != null) {
      return new SlotOfferResult.Taken(offer, appointment(handle, taken));
    }
    return offer.status() == OfferStatus.DECLINED && !said.takes()
        ? new SlotOfferResult.Declined(offer)
        : new SlotOfferResult.Over(offer);
  }

  private Appointment appointment(Handle handle, AppointmentId id) {
    return seats.find(handle, List.of(id)).values().iterator().next();
  }

  private SlotOfferResult take(Handle handle, SlotOffer offer, Said said) {
    Waiting person = waiting.find(handle, offer.waitId()).orElseThrow();
    seats.release(handle, offer.offerId().value());
    AppointmentResult result = promise(handle, offer, person, said.by());
    if (result instanceof AppointmentResult.Noted(Appointment appointment)) {
      rows.end(handle, offer, OfferStatus.TAKEN, said, appointment.appointmentId());
      waiting.end(handle, person.waitId(), Ending.SERVED, said.by().agent(), said.by().at());
      over(handle, offer, "OFFER_TAKEN", said.by());
      return new SlotOfferResult.Taken(
          rows.find(handle, offer.offerId()).orElseThrow(), appointment);
    }
    rows.end(handle, offer, OfferStatus.WITHDRAWN, said, null);
    waiting.asked(handle, person.waitId(), person.unanswered());
    over(handle, offer, "OFFER_WITHDRAWN", said.by());
    passOn(handle, offer, said.by().at());
    return new SlotOfferResult.Over(rows.find(handle, offer.offerId()).orElseThrow());
  }

  /** The appointment of who had none bears the id of the wait: one wait is one appointment. */
  private AppointmentResult promise(Handle handle, SlotOffer offer, Waiting person, By by) {
    Appointment had = person.appointment();
    Instant startsAt = offer.time().startsAt();
    if (had == null) {
      return seats.book(
          handle,
          new BookAppointment.Wish(
              new AppointmentId(person.waitId().value()),
              offer.scheduleId(),
              startsAt,
              null,
              person.name(),
              person.reach()),
          by.agent(),
          by.at());
    }
    return had.time().startsAt().isAfter(startsAt)
        ? seats.move(
            handle,
            had.appointmentId(),
            new MoveAppointment.To(offer.scheduleId(), startsAt),
            by.agent(),
            by.at())
        : new AppointmentResult.NotNow(had);
  }

  private SlotOfferResult decline(Handle handle, SlotOffer offer, Said said) {
    rows.end(handle, offer, OfferStatus.DECLINED, said, null);
    waiting.asked(handle, offer.waitId(), 0);
    seats.release(handle, offer.offerId().value());
    over(handle, offer, "OFFER_DECLINED", said.by());
    passOn(handle, offer, said.by().at());
    return new SlotOfferResult.Declined(rows.find(handle, offer.offerId()).orElseThrow());
  }

  /** False when somebody was faster. */
  boolean lapse(OfferId id, Instant at) {
    return database.inTransaction(handle -> {
      Optional<SlotOffer> due =
          locked(handle, id)
              .filter(SlotOffer::isOpen)
              .filter(offer -> !at.isBefore(offer.answerBefore()));
      due.ifPresent(offer -> lapse(handle, offer, at));
      return due.isPresent();
    });
  }

  /** Only who could read the question is said to have left it without an answer. */
  private void lapse(Handle handle, SlotOffer offer, Instant at) {
    By house = new By(AgentId.HOUSE, at);
    Waiting person = waiting.find(handle, offer.waitId()).orElseThrow();
    int unanswered = person.unanswered() + (texts.wasTold(handle, offer) ? 1 : 0);
    rows.end(handle, offer, OfferStatus.LAPSED, new Said(false, house, null), null);
    if (unanswered < OfferRules.UNANSWERED_MAX) {
      waiting.asked(handle, person.waitId(), unanswered);
    } else {
      waiting.end(handle, person.waitId(), Ending.SILENT, AgentId.HOUSE, at);
    }
    seats.release(handle, offer.offerId().value());
    over(handle, offer, "OFFER_LAPSED", house);
    passOn(handle, offer, at);
  }

  private void over(Handle handle, SlotOffer offer, String action, By by) {
    texts.takeBack(handle, offer, by.agent(), by.at());
    audited(handle, offer, action, by);
  }

  private void passOn(Handle handle, SlotOffer offer, Instant at) {
    givenUp(handle, offer.scheduleId(), offer.time().startsAt(), at);
  }

  private OfferId next() {
    return new OfferId(ids.next());
  }

  private void audited(Handle handle, SlotOffer offer, String action, By by) {
    audit.append(handle, AuditEvent.of(by.at(), by.agent(), action, "SLOT_OFFER", offer.offerId()));
  }
}
