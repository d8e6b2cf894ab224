package org.hotline115.callflow.contact;

/** What the contact was about, several allowed; {@code domain.md} 4.5. */
public enum ContactKind {
  SHELTER_REQUEST,
  RENEWAL,
  SERVICE_REQUEST,
  RIGHTS_INFORMATION,
  OUTREACH_REPORT,
  APPOINTMENT,
  FOLLOW_UP,
  PROFESSIONAL_ADVICE,
  COMPLAINT,
  PLACE_UPDATE,
  LISTENING_ONLY,
  WRONG_NUMBER,
  NUISANCE,
  TEST
}
