package org.hotline115.callflow.call;

import java.util.UUID;

/** The hand on the exchange for an agent who rings the rescue. */
@FunctionalInterface
public interface RescueExchange {

  /**
   * Rings this service; when it answers it joins the talk, and until then agent and caller speak
   * on. Who the agent leaves alone meanwhile stays with the exchange itself. The exchange takes an
   * id once. False when it cannot be reached: then nobody is rung.
   */
  boolean ring(UUID ringId, Call call, RescueService service);
}
