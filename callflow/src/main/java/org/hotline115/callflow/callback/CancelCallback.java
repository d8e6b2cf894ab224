package org.hotline115.callflow.callback;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;

/** The person told us that he needs no call any more. Repeatable. */
public final class CancelCallback {

  private final JdbcCallbacks callbacks;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final Runnable wake;

  CancelCallback(JdbcCallbacks callbacks, AuditTrail audit, InstantSource clock, Runnable wake) {
    this.callbacks = callbacks;
    this.audit = audit;
    this.clock = clock;
    this.wake = wake;
  }

  public CloseResult cancel(CallbackId id, AgentId by) {
    Optional<Callback> found = callbacks.find(id);
    if (found.isEmpty()) {
      return new CloseResult.NoSuchCallback();
    }
    Callback promise = found.get();
    if (promise.status() == CallbackStatus.CANCELLED_BY_CALLER) {
      return new CloseResult.Changed(promise);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (!callbacks.cancel(promise, now)) {
      return new CloseResult.NotNow(promise);
    }
    audit.record(AuditEvent.of(now, by, "CALLBACK_CANCELLED", "callback", id));
    wake.run();
    return new CloseResult.Changed(callbacks.find(id).orElse(promise));
  }
}
