package org.hotline115.callflow.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.AppointmentStatus;
import org.hotline115.callflow.appointment.MarkAppointment;
import org.hotline115.callflow.message.InboundText;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.Reply;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.TakeInbound;
import org.hotline115.callflow.message.TemplateCode;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A person answers an offer: 1 takes the seat, 2 passes it on. What comes too late is told so, what
 * comes twice counts once, and 2 after 1 gives the appointment back. A reminder that asked later is
 * what an answer is about; while both questions stand, nothing is guessed.
 */
final class AnswerOffer implements TakeInbound {

  /** So long after it was asked an answer still seems to be about it. */
  private static final Duration STILL_ABOUT = Duration.ofDays(2);

  private final JdbcOfferPage page;
  private final OfferSeats offerSeats;
  private final MarkAppointment markAppointment;
  private final JdbcServiceTexts texts;
  private final String callBackNumber;
  private final InstantSource clock;

  AnswerOffer(
      JdbcOfferPage page,
      OfferSeats offerSeats,
      MarkAppointment markAppointment,
      JdbcServiceTexts texts,
      String callBackNumber,
      InstantSource clock) {
    this.page = page;
    this.offerSeats = offerSeats;
    this.markAppointment = markAppointment;
    this.texts = texts;
    this.callBackNumber = callBackNumber;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "WAITLIST";
  }

  @Override
  public Taking take(InboundText text) {
    Recipient sender = text.sender();
    if (sender == null) {
      return Taking.NOT_MINE;
    }
    return switch (Reply.read(text.body())) {
      case YES -> answer(text, sender, true);
      case NO -> answer(text, sender, false);
      case STOP, STOP_ALL, START, HELP, OTHER -> Taking.NOT_MINE;
    };
  }

  private Taking answer(InboundText text, Recipient sender, boolean takes) {
    Instant now = clock.instant();
    List<SlotOffer> asked = page.askedByText(sender.key(), now.minus(STILL_ABOUT));
    if (asked.isEmpty()) {
      return Taking.NOT_MINE;
    }
    List<SlotOffer> open = asked.stream().filter(SlotOffer::isOpen).toList();
    SlotOffer meant = open.isEmpty() ? asked.getLast() : open.getLast();
    boolean isAskedOtherwise = page.remindedSince(meant.offerId(), now);
    if (open.isEmpty() && isAskedOtherwise) {
      return Taking.NOT_MINE;
    }
    if (open.size() > 1 || isAskedOtherwise) {
      put(text, sender, meant, TemplateCode.APPT_WHICH);
    } else {
      said(text, sender, meant, takes);
    }
    return Taking.TAKEN;
  }

  private void said(InboundText text, Recipient sender, SlotOffer offer, boolean takes) {
    switch (offerSeats.answer(offer.offerId(), takes, AgentId.PERSON, text)) {
      case SlotOfferResult.Taken taken -> taken(text, sender, taken, takes);
      case SlotOfferResult.Declined _ -> put(text, sender, offer, TemplateCode.APPT_OFFER_DECLINED);
      case SlotOfferResult.Over _, SlotOfferResult.NoSuchOffer _ ->
          put(
              text,
              sender,
              offer,
              takes ? TemplateCode.APPT_OFFER_GONE : TemplateCode.APPT_OFFER_DECLINED);
      case SlotOfferResult.RecordsDown _ ->
          throw new RecordsAway("an answer could not be noted", null);
      case SlotOfferResult.Offered _,
          SlotOfferResult.NobodyWaits _,
          SlotOfferResult.TooLate _,
          SlotOfferResult.Full _,
          SlotOfferResult.NoSuchSlot _ ->
          throw new IllegalStateException("an answer makes no offer");
    }
  }

  /** Who has just taken it is told by the text of the booking, once. */
  private void taken(
      InboundText text, Recipient sender, SlotOfferResult.Taken taken, boolean takes) {
    if (!takes) {
      put(text, sender, taken.offer(), givenBack(taken));
    } else if (!text.providerId().equals(taken.offer().answeredWith())) {
      put(text, sender, taken.offer(), TemplateCode.APPT_ACK_YES);
    }
  }

  private TemplateCode givenBack(SlotOfferResult.Taken taken) {
    return switch (markAppointment.run(
        taken.appointment().appointmentId(), AppointmentStatus.EXCUSED, AgentId.PERSON)) {
      case AppointmentResult.Noted _ -> TemplateCode.APPT_ACK_NO;
      case AppointmentResult.RecordsDown _ ->
          throw new RecordsAway("an answer could not be noted", null);
      case AppointmentResult.NotNow _,
          AppointmentResult.NoSuchAppointment _,
          AppointmentResult.Full _,
          AppointmentResult.NoSuchSlot _,
          AppointmentResult.NoSuchSite _,
          AppointmentResult.OtherAppointment _ ->
          TemplateCode.APPT_GONE;
    };
  }

  private void put(InboundText text, Recipient sender, SlotOffer about, TemplateCode template) {
    Instant startsAt = about.time().startsAt();
    texts.put(
        ServiceText.answer(
            text,
            sender,
            template,
            page.languageOf(about),
            Map.of(
                "day",
                LocalDate.ofInstant(startsAt, about.zone()),
                "time",
                LocalTime.ofInstant(startsAt, about.zone()),
                "callBackNumber",
                callBackNumber),
            clock.instant()));
  }
}
