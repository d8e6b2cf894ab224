package org.hotline115.gateway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.appointment.Appointment;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.JdbcPlannedTexts.PlannedText;
import org.hotline115.callflow.waitlist.ByPhone;
import org.hotline115.callflow.waitlist.OfferId;
import org.hotline115.callflow.waitlist.OfferStatus;
import org.hotline115.callflow.waitlist.SlotOffer;
import org.hotline115.callflow.waitlist.WaitId;
import org.hotline115.callflow.waitlist.Waiting;
import org.hotline115.callflow.waitlist.WaitingList;
import org.jspecify.annotations.Nullable;

/** A waiting list on the wire; numbers are their masks. */
record WaitlistView(List<WaitingView> waiting, List<AskedView> offers) {

  static WaitlistView of(WaitingList list, DisplayNames names) {
    return new WaitlistView(
        list.waiting().stream().map(each -> WaitingView.of(each, names)).toList(),
        list.offers().stream().map(AskedView::of).toList());
  }

  /** {@code earlierThan}: when the appointment begins that the person has already. */
  record WaitingView(
      WaitId waitId,
      String siteId,
      String service,
      @Nullable AppointmentId appointmentId,
      @Nullable Instant earlierThan,
      String name,
      @Nullable PhoneNumber number,
      boolean smsAgreed,
      @Nullable LocalDate lastDay,
      String joinedBy,
      Instant joinedAt,
      int unanswered,
      boolean isAsked) {

    static WaitingView of(Waiting waiting, DisplayNames names) {
      Appointment appointment = waiting.appointment();
      return new WaitingView(
          waiting.waitId(),
          waiting.siteId(),
          waiting.service(),
          appointment == null ? null : appointment.appointmentId(),
          appointment == null ? null : appointment.time().startsAt(),
          waiting.name(),
          numberOf(waiting),
          waiting.reach().smsAgreed(),
          waiting.lastDay(),
          names.of(waiting.joinedBy()),
          waiting.joinedAt(),
          waiting.unanswered(),
          waiting.isAsked());
    }
  }

  private static @Nullable PhoneNumber numberOf(Waiting waiting) {
    var recipient = waiting.reach().recipient();
    return recipient == null ? null : recipient.number();
  }

  /** {@code byPhone}: why a person asks and no text does. */
  record OfferView(
      OfferId offerId,
      WaitId waitId,
      ScheduleId scheduleId,
      Instant startsAt,
      Instant endsAt,
      String zone,
      @Nullable ByPhone byPhone,
      Instant offeredAt,
      Instant answerBefore,
      OfferStatus status,
      @Nullable AppointmentId appointmentId) {

    static OfferView of(SlotOffer offer) {
      return new OfferView(
          offer.offerId(),
          offer.waitId(),
          offer.scheduleId(),
          offer.time().startsAt(),
          offer.time().endsAt(),
          offer.zone().getId(),
          offer.byPhone(),
          offer.offeredAt(),
          offer.answerBefore(),
          offer.status(),
          offer.appointmentId());
    }
  }

  /** An open offer, to whom, and what became of its text. */
  record AskedView(
      OfferView offer, String name, @Nullable PhoneNumber number, List<PlannedText> texts) {

    static AskedView of(WaitingList.OpenOffer open) {
      return new AskedView(
          OfferView.of(open.offer()), open.to().name(), numberOf(open.to()), open.texts());
    }
  }
}
