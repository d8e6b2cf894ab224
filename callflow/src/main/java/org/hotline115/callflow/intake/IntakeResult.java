package org.hotline115.callflow.intake;

/** How the menu ended for a caller. */
public sealed interface IntakeResult {

  record Queued(Language language) implements IntakeResult {}

  record HandedOff(Language language) implements IntakeResult {}

  /** He got what he rang for from the menu itself, and hears a goodbye. */
  record Served(Language language) implements IntakeResult {}

  record CallerGone() implements IntakeResult {}
}
