package org.hotline115.callflow.waitlist;

/**
 * What became of an offer.
 *
 * <p>OPEN → TAKEN; → DECLINED, → LAPSED when its hour passed, → WITHDRAWN when the slot or the
 * person's own appointment is no more: after each of these three the seat goes to the next.
 */
public enum OfferStatus {
  OPEN,
  TAKEN,
  DECLINED,
  LAPSED,
  WITHDRAWN
}
