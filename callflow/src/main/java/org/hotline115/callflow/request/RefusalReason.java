package org.hotline115.callflow.request;

/** Why a person declines a place that was offered. */
public enum RefusalReason {
  TOO_FAR,
  FEELS_UNSAFE,
  COLLECTIVE_LIVING,
  SEPARATION,
  PET_NOT_ALLOWED,
  HYGIENE,
  CURFEW_OR_HOURS,
  WORK_OR_SCHOOL,
  HEALTH,
  PAST_INCIDENT,
  NO_REASON_GIVEN,
  OTHER
}
