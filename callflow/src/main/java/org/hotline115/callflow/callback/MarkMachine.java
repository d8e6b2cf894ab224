package org.hotline115.callflow.callback;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;

/** An answering machine picked up: nobody was reached, and the promise stands. Repeatable. */
public final class MarkMachine {

  private final JdbcCallbacks callbacks;
  private final AuditTrail audit;
  private final CallbackRules rules;
  private final InstantSource clock;
  private final Runnable wake;

  MarkMachine(
      JdbcCallbacks callbacks,
      AuditTrail audit,
      CallbackRules rules,
      InstantSource clock,
      Runnable wake) {
    this.callbacks = callbacks;
    this.audit = audit;
    this.rules = rules;
    this.clock = clock;
    this.wake = wake;
  }

  public CloseResult mark(CallbackId id, AgentId by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Optional<Callback> found = callbacks.find(id);
    if (found.isEmpty()) {
      return new CloseResult.NoSuchCallback();
    }
    if (!callbacks.wasMachine(found.get(), rules, now)) {
      return new CloseResult.NotNow(found.get());
    }
    audit.record(AuditEvent.of(now, by, "CALLBACK_MACHINE", "callback", id));
    wake.run();
    return new CloseResult.Changed(callbacks.find(id).orElse(found.get()));
  }
}
