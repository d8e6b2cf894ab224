package org.hotline115.callflow.queue;

import java.util.Set;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;

/**
 * The hand on the phone system. Every order is repeatable; each answers true when it is carried out
 * and false when the phone system cannot be reached (fail-closed: then nothing has changed here).
 */
public interface AgentPhones {

  /** Ring this agent on this phone, and on no other, for calls of these queues. Begins paused. */
  boolean join(AgentId agent, PhoneId phone, Set<String> queues);

  /** {@code reason} is shown in Asterisk's own log: a {@link PauseReason} or {@code WRAP_UP}. */
  boolean pause(AgentId agent, String reason);

  boolean ready(AgentId agent);

  boolean leave(AgentId agent);

  /** Ends the call of a caller, as if he had hung up. */
  boolean hangUp(CallId call);
}
