package org.hotline115.callflow.contact;

/** How the person reached us; {@code domain.md} 4.5. */
public enum ContactChannel {
  PHONE,
  IN_PERSON,
  SMS,
  OUTREACH,
  EMAIL,
  VIDEO_RELAY,
  PARTNER_PORTAL
}
