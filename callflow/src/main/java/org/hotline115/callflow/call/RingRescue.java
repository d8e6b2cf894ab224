package org.hotline115.callflow.call;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An agent hears that somebody is in danger and rings the rescue for the caller he speaks with. The
 * service joins their talk when it answers. Fail-open: records that are away ring no later.
 */
public final class RingRescue {

  private static final Logger log = LoggerFactory.getLogger(RingRescue.class);

  private final RecordCall calls;
  private final Map<String, Set<RescueService>> services;
  private final RescueExchange exchange;
  private final AuditTrail audit;
  private final InstantSource clock;

  /**
   * Knows the list.
   *
   * @param services who may be rung, by the line: each serves a territory
   */
  public RingRescue(
      RecordCall calls,
      Map<String, Set<RescueService>> services,
      RescueExchange exchange,
      AuditTrail audit,
      InstantSource clock) {
    this.calls = calls;
    this.services = Map.copyOf(services);
    this.exchange = exchange;
    this.audit = audit;
    this.clock = clock;
  }

  public Map<String, Set<RescueService>> services() {
    return services;
  }

  /** The same {@code ringId} rings once. */
  public RescueResult ring(UUID ringId, CallId callId, RescueService service, AgentId by) {
    Optional<Call> call = calls.live(callId).filter(live -> speaks(live, by));
    if (call.isEmpty()) {
      return new RescueResult.NotYourCall();
    }
    if (!services.getOrDefault(line(call.get()), Set.of()).contains(service)) {
      return new RescueResult.NoSuchService();
    }
    boolean ordered = exchange.ring(ringId, call.get(), service);
    log.atInfo()
        .addKeyValue("callId", callId)
        .addKeyValue("service", service.number())
        .addKeyValue("ordered", ordered)
        .log("an agent rings the rescue");
    if (!ordered) {
      return new RescueResult.ExchangeAway();
    }
    note(callId, by);
    return new RescueResult.Ordered();
  }

  private boolean speaks(Call call, AgentId by) {
    return calls.stateOf(call) instanceof CallState.Talking(AgentId agent) && agent.equals(by);
  }

  private static String line(Call call) {
    return call.line() == null ? "" : call.line();
  }

  private void note(CallId callId, AgentId by) {
    try {
      audit.record(
          AuditEvent.of(
                  clock.instant().truncatedTo(ChronoUnit.MICROS), by, "RESCUE_RUNG", "CALL", callId)
              .inCall(callId.linkedid()));
    } catch (RecordsAway away) {
      log.atError()
          .addKeyValue("callId", callId)
          .log("the records did not take who rang the rescue");
    }
  }
}
