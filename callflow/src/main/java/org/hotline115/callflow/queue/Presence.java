package org.hotline115.callflow.queue;

import org.hotline115.callflow.call.CallId;

/**
 * What an agent is doing. Each state says which others may follow.
 *
 * <pre>
 * Offline -> Ready, Paused            Ringing -> Talking, and back to what was before
 * Ready  <-> Paused -> Offline        Talking -> WrapUp -> Ready, Paused, Offline
 * </pre>
 */
public sealed interface Presence {

  /** The word in the table, on the wire and, for pauses, in Asterisk. */
  String code();

  /** True while the agent is bound to a call: then he can neither pause nor leave at once. */
  default boolean onACall() {
    return this instanceof Ringing || this instanceof Talking;
  }

  record Offline() implements Presence {
    @Override
    public String code() {
      return "OFFLINE";
    }
  }

  record Ready() implements Presence {
    @Override
    public String code() {
      return "READY";
    }
  }

  record Ringing(CallId call) implements Presence {
    @Override
    public String code() {
      return "RINGING";
    }
  }

  record Talking(CallId call) implements Presence {
    @Override
    public String code() {
      return "TALKING";
    }
  }

  /** The talk is over, the contact is not closed yet. No call comes in. */
  record WrapUp(CallId call) implements Presence {
    @Override
    public String code() {
      return "WRAP_UP";
    }
  }

  record Paused(PauseReason reason) implements Presence {
    @Override
    public String code() {
      return "PAUSED";
    }
  }
}
