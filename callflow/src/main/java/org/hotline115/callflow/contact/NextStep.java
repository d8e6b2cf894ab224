package org.hotline115.callflow.contact;

/** What happens after the contact; {@code domain.md} 4.5. */
public enum NextStep {
  NONE_NEEDED,
  SHELTER_SEARCH,
  CALLBACK,
  APPOINTMENT,
  REFERRAL,
  OUTREACH_DISPATCH,
  EMERGENCY_HANDOFF,
  WAIT_FOR_ANSWER,
  PERSON_WILL_CALL
}
