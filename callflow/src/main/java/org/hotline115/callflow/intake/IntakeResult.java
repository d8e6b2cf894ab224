package org.hotline115.callflow.intake;

/** How the menu ended for a caller. */
public sealed interface IntakeResult {

  record Queued(Language language) implements IntakeResult {}

  record HandedOff(Language language) implements IntakeResult {}

  record CallerGone() implements IntakeResult {}
}
