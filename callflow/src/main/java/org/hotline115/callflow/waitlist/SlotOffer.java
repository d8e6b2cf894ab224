package org.hotline115.callflow.waitlist;

import java.time.Instant;
import java.time.ZoneId;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.appointment.SlotTime;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is kept for one person until they have answered or the hour to answer has passed.
 *
 * @param byPhone null when the person is asked by text
 * @param answeredWith the text that answered it, by the provider's id
 * @param appointmentId which one it became
 */
public record SlotOffer(
    OfferId offerId,
    WaitId waitId,
    ScheduleId scheduleId,
    SlotTime time,
    ZoneId zone,
    @Nullable ByPhone byPhone,
    Instant offeredAt,
    Instant answerBefore,
    OfferStatus status,
    @Nullable String answeredWith,
    @Nullable AppointmentId appointmentId) {

  boolean isOpen() {
    return status == OfferStatus.OPEN;
  }
}
