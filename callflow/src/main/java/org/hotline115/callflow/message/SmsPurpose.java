package org.hotline115.callflow.message;

import java.util.Set;

/**
 * Why a text is sent, and with it what may stop it. STOP ends reminders and surveys; the address of
 * tonight, a callback that somebody asked for and the answer to a text still come, unless the
 * person wants none at all. A refusal is never hidden from the agent.
 */
public enum SmsPurpose {
  SHELTER_ANSWER,
  CALLBACK_INFO,
  APPOINTMENT,
  SURVEY,
  PARTNER,
  /** The answer to a text: who asks is answered, also that nothing more will come. */
  AUTO_REPLY;

  /** Of every kind. */
  static final String ALL = "ALL";

  /** What STOP means when nothing else is said. */
  static final Set<String> STOPPED = Set.of(APPOINTMENT.name(), SURVEY.name());

  boolean isRefusedBy(Set<String> refusals) {
    return this != AUTO_REPLY && (refusals.contains(ALL) || refusals.contains(name()));
  }
}
