package org.hotline115.callflow.callback;

import java.time.Instant;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it is remembered. PostgreSQL is the promise; the placeholder in Asterisk's queue is
 * only its shadow and can be made again.
 *
 * @param code what the person may quote
 * @param keptRankAt its place in the order, that of the call it was promised to
 * @param placement how many placeholders were made; the last one may still stand
 * @param attempts how often the person's telephone rang in vain
 * @param notBefore when it may stand in the queue again after an attempt in vain
 * @param joinedCall the person's own call while it is on the line: then we do not ring
 */
public record Callback(
    CallbackId id,
    String code,
    String line,
    String queue,
    CallerKey caller,
    String language,
    Presentation presentation,
    Instant keptRankAt,
    Instant requestedAt,
    Instant dueBy,
    CallbackStatus status,
    Answers answers,
    boolean texts,
    int placement,
    int attempts,
    Instant notBefore,
    CallbackChannel channel,
    CallId fromCall,
    @Nullable CallId joinedCall,
    @Nullable Instant closedAt) {

  /** The call that its latest placeholder is, when one was ever made. */
  public @Nullable CallId placeholder() {
    return placement == 0 ? null : CallId.ofCallback(id.value(), placement);
  }
}
