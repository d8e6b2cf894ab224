package org.hotline115.callflow.contact;

/** Who speaks: the person, somebody close, a professional; {@code domain.md} 4.3. */
public enum CallerKind {
  SELF,
  RELATIVE,
  WITNESS,
  SOCIAL_WORKER,
  HOSPITAL,
  POLICE_FIRE_SAMU,
  OUTREACH_TEAM,
  SHELTER_SITE,
  ASSOCIATION,
  ELECTED_OR_ADMIN,
  OTHER,
  UNKNOWN
}
