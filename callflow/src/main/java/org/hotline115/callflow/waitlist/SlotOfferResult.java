package org.hotline115.callflow.waitlist;

import org.hotline115.callflow.appointment.Appointment;

/** What became of an offer that was to be made or answered. */
public sealed interface SlotOfferResult {

  /** Somebody is asked, and the seat is kept meanwhile. */
  record Offered(SlotOffer offer) implements SlotOfferResult {}

  /** The seat is the person's, now or already before. */
  record Taken(SlotOffer offer, Appointment appointment) implements SlotOfferResult {}

  /** The person does not want it; it went to the next. */
  record Declined(SlotOffer offer) implements SlotOfferResult {}

  /** Too late: its hour had passed, or the slot is no more. */
  record Over(SlotOffer offer) implements SlotOfferResult {}

  record NoSuchOffer() implements SlotOfferResult {}

  /** Nobody who waits could use this slot, or everybody has been asked. */
  record NobodyWaits() implements SlotOfferResult {}

  /** The slot begins too soon for anybody to be asked. */
  record TooLate() implements SlotOfferResult {}

  record Full() implements SlotOfferResult {}

  record NoSuchSlot() implements SlotOfferResult {}

  /** PostgreSQL did not answer: unknown, ask again with the same id. */
  record RecordsDown() implements SlotOfferResult {}
}
