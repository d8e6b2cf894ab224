package org.hotline115.callflow.person;

/** How much is known of who somebody is; {@code domain.md} 4.3. None of them helps less. */
public enum IdentityQuality {
  FULL,
  PARTIAL,
  PSEUDONYM,
  ANONYMOUS,
  /** Asked, and does not wish to say. */
  REFUSED
}
