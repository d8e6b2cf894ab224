package org.hotline115.callflow.evaluation;

/** Why somebody is without a home; {@code domain.md} 4.5. */
public enum ReasonForStreet {
  EXIT_FROM_SHELTER,
  EVICTION,
  LEFT_COUNTRY,
  LEFT_REGION,
  FAMILY_BREAK,
  JOB_LOSS,
  HOSPITAL_EXIT,
  HEALTH,
  CHILD_WELFARE_EXIT,
  PRISON_EXIT,
  VIOLENCE,
  DISASTER,
  OTHER
}
