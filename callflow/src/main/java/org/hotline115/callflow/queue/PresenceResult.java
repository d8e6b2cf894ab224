package org.hotline115.callflow.queue;

/** What came of an agent's wish. */
public sealed interface PresenceResult {

  record Changed(AgentPresence presence) implements PresenceResult {}

  /** Choose first where to be rung. */
  record NoPhoneChosen() implements PresenceResult {}

  /** Not while the phone rings or a caller is on the line. */
  record OnACall() implements PresenceResult {}

  /** Asterisk does not answer: nothing was changed. */
  record PhoneSystemDown() implements PresenceResult {}
}
