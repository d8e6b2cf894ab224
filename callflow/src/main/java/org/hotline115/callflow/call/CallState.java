package org.hotline115.callflow.call;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * Where a call is now. Each state owns its legal moves ({@link #mayBecome}); another move means
 * that facts were lost or late, and is counted.
 *
 * <pre>
 *                v----------------------------/
 * InMenu -> Waiting <-> Ringing <-> Talking -> Leaving -> Ended
 *      \-> HandedOff ------------------------------------^   (Ended from everywhere)
 * </pre>
 */
public sealed interface CallState {

  boolean mayBecome(CallState next);

  /** The name in the table and on the wire. */
  String code();

  record InMenu() implements CallState {
    @Override
    public boolean mayBecome(CallState next) {
      return !(next instanceof Talking || next instanceof Leaving);
    }

    @Override
    public String code() {
      return "IN_MENU";
    }
  }

  record Waiting(String queue) implements CallState {
    @Override
    public boolean mayBecome(CallState next) {
      return !(next instanceof InMenu || next instanceof Leaving);
    }

    @Override
    public String code() {
      return "WAITING";
    }
  }

  record Ringing(AgentId agent) implements CallState {
    @Override
    public boolean mayBecome(CallState next) {
      return !(next instanceof InMenu || next instanceof HandedOff || next instanceof Leaving);
    }

    @Override
    public String code() {
      return "RINGING";
    }
  }

  /** Rings next when the agent leaves while a colleague is rung for the caller. */
  record Talking(AgentId agent) implements CallState {
    @Override
    public boolean mayBecome(CallState next) {
      return !(next instanceof InMenu || next instanceof HandedOff || next instanceof Waiting);
    }

    @Override
    public String code() {
      return "TALKING";
    }
  }

  /** The talk is over: the caller hears the goodbye, or goes back to the queue. */
  record Leaving(AgentId agent) implements CallState {
    @Override
    public boolean mayBecome(CallState next) {
      return !(next instanceof InMenu || next instanceof HandedOff);
    }

    @Override
    public String code() {
      return "LEAVING";
    }
  }

  record HandedOff() implements CallState {
    @Override
    public boolean mayBecome(CallState next) {
      return !(next instanceof InMenu || next instanceof Leaving);
    }

    @Override
    public String code() {
      return "HANDED_OFF";
    }
  }

  record Ended(CallOutcome outcome, Instant at, boolean cut) implements CallState {
    @Override
    public boolean mayBecome(CallState next) {
      return next instanceof Ended;
    }

    @Override
    public String code() {
      return "ENDED";
    }
  }

  default boolean ended() {
    return this instanceof Ended;
  }

  /** The agent whose phone rings or who talks. */
  default @Nullable AgentId agent() {
    return switch (this) {
      case Ringing ringing -> ringing.agent();
      case Talking talking -> talking.agent();
      case Leaving leaving -> leaving.agent();
      case InMenu _, Waiting _, HandedOff _, Ended _ -> null;
    };
  }
}
