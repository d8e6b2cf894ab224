package org.hotline115.callflow.callback;

import java.time.Instant;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.PhoneNumber;

/**
 * The hand on the exchange for callbacks. Every order is repeatable: a placeholder's id is its
 * call's, and the exchange takes an id once.
 */
public interface CallbackExchange {

  /** All that the exchange needs to keep the promise by itself, also without us. */
  record Placeholder(
      CallId call,
      long callback,
      String line,
      String queue,
      Instant rankAt,
      PhoneNumber number,
      Presentation presentation,
      String language,
      CallbackChannel channel) {}

  /** False when the exchange cannot be reached: it is unknown whether it stands. */
  boolean place(Placeholder placeholder);

  /** Takes the placeholder away; true also when there is none. */
  boolean withdraw(CallId placeholder);
}
