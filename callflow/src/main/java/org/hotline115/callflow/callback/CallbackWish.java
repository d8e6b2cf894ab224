package org.hotline115.callflow.callback;

import java.time.Instant;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.PhoneNumber;

/**
 * A person wants to be rung at the turn that his call has.
 *
 * @param rankAt the place his call has in the order
 * @param channel how he is reached at his turn
 * @param texts he agreed to a text message
 */
public record CallbackWish(
    CallId fromCall,
    String line,
    String queue,
    PhoneNumber number,
    String language,
    Instant rankAt,
    Answers answers,
    boolean texts,
    CallbackChannel channel) {}
