package org.hotline115.callflow.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.message.InboundText;
import org.hotline115.callflow.message.JdbcServiceTexts;
import org.hotline115.callflow.message.Occasion;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.Reply;
import org.hotline115.callflow.message.ServiceText;
import org.hotline115.callflow.message.TakeInbound;
import org.hotline115.callflow.message.TemplateCode;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A person answers a reminder: 1 confirms, 2 cancels and gives the seat back. Which of several
 * appointments is meant is never guessed; an answer to what is over is told so.
 */
final class AnswerReminder implements TakeInbound {

  /** So long after an appointment an answer still seems to be about it. */
  private static final Duration STILL_ABOUT = Duration.ofDays(2);

  private final JdbcDays days;
  private final MarkAppointment markAppointment;
  private final JdbcServiceTexts texts;
  private final String callBackNumber;
  private final InstantSource clock;

  AnswerReminder(
      JdbcDays days,
      MarkAppointment markAppointment,
      JdbcServiceTexts texts,
      String callBackNumber,
      InstantSource clock) {
    this.days = days;
    this.markAppointment = markAppointment;
    this.texts = texts;
    this.callBackNumber = callBackNumber;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "APPOINTMENT";
  }

  @Override
  public Taking take(InboundText text) {
    Recipient sender = text.sender();
    if (sender == null) {
      return Taking.NOT_MINE;
    }
    return switch (Reply.read(text.body())) {
      case YES -> answer(text, sender, AppointmentStatus.CONFIRMED);
      case NO -> answer(text, sender, AppointmentStatus.EXCUSED);
      case STOP, STOP_ALL, START, HELP, OTHER -> Taking.NOT_MINE;
    };
  }

  private Taking answer(InboundText text, Recipient sender, AppointmentStatus wanted) {
    Instant now = clock.instant();
    List<Appointment> asked = days.askedBy(sender.key(), now.minus(STILL_ABOUT));
    List<Appointment> open = asked.stream().filter(each -> isOpen(each, now)).toList();
    if (asked.isEmpty()) {
      return Taking.NOT_MINE; // nobody asked: an answer without a question is none
    }
    if (open.size() == 1) {
      become(text, sender, open.getFirst(), wanted);
    } else {
      put(
          text,
          sender,
          asked.getLast(),
          open.isEmpty() ? TemplateCode.APPT_GONE : TemplateCode.APPT_WHICH);
    }
    return Taking.TAKEN;
  }

  private static boolean isOpen(Appointment appointment, Instant now) {
    return appointment.status().isExpected() && now.isBefore(appointment.time().startsAt());
  }

  private void become(
      InboundText text, Recipient sender, Appointment appointment, AppointmentStatus wanted) {
    AppointmentResult result =
        markAppointment.run(appointment.appointmentId(), wanted, AgentId.PERSON);
    switch (result) {
      case AppointmentResult.Noted _ ->
          put(
              text,
              sender,
              appointment,
              wanted == AppointmentStatus.CONFIRMED
                  ? TemplateCode.APPT_ACK_YES
                  : TemplateCode.APPT_ACK_NO);
      case AppointmentResult.RecordsDown _ ->
          throw new RecordsAway("an answer could not be noted", null);
      case AppointmentResult.NotNow _,
          AppointmentResult.NoSuchAppointment _,
          AppointmentResult.Full _,
          AppointmentResult.NoSuchSlot _,
          AppointmentResult.NoSuchSite _,
          AppointmentResult.OtherAppointment _ ->
          put(text, sender, appointment, TemplateCode.APPT_GONE);
    }
  }

  private void put(InboundText text, Recipient sender, Appointment about, TemplateCode template) {
    Instant now = clock.instant();
    Instant startsAt = about.time().startsAt();
    texts.put(
        ServiceText.answer(
                text,
                sender,
                template,
                about.reach().language(),
                Map.of(
                    "day",
                    LocalDate.ofInstant(startsAt, about.zone()),
                    "time",
                    LocalTime.ofInstant(startsAt, about.zone()),
                    "callBackNumber",
                    callBackNumber),
                now)
            .about(new Occasion(about.appointmentId().value(), now, null)));
  }
}
