package org.hotline115.callflow.queue;

import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;

/** The hand on the exchange for an agent who asks a colleague into his talk. */
public interface ColleagueExchange {

  /**
   * Rings the colleague; when he answers he joins the talk, and until then agent and caller speak
   * on. When the agent hangs up, the colleague has the caller; who is missed then stands in the
   * queue again, at his rank. False when nobody is rung.
   */
  boolean ring(Call call, AgentId colleague, PhoneId phone);

  /** Takes the colleague out again; true also when there is none. */
  boolean drop(CallId call);

  /** Hangs up this agent's own leg, and nobody else's. */
  boolean leave(AgentId agent);
}
