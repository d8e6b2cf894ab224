package org.hotline115.callflow.contact;

/** What the contact led to; {@code domain.md} 4.5. */
public enum ContactResult {
  SOLVED,
  PARTLY_SOLVED,
  ORIENTED,
  UNSOLVED,
  INTERRUPTED
}
