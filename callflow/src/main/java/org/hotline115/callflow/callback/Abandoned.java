package org.hotline115.callflow.callback;

import java.time.Instant;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;

/**
 * Somebody who hung up while waiting, and was not spoken with since.
 *
 * @param call his last call
 * @param rankAt the place that call had in the order
 * @param calls how often he rang in that time
 */
public record Abandoned(
    CallId call,
    String line,
    String queue,
    CallerKey caller,
    String language,
    Instant rangAt,
    Instant rankAt,
    long waitedSeconds,
    int calls) {}
