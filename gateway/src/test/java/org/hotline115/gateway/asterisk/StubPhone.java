package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.call.CallMetrics;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.FactSpool;
import org.hotline115.callflow.call.InMemoryCallStore;
import org.hotline115.callflow.call.ReconcileCalls;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.call.RecordPositions;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.InMemoryCallerStore;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.queue.InMemoryPresenceStore;
import org.hotline115.callflow.queue.PresenceOnCalls;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.queue.ReconcilePresence;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.CallLanes;
import org.hotline115.gateway.config.GatewayConfig;

/**
 * Link, inbox, lanes and calls as in the product, with a stub for Asterisk and stores in memory.
 */
final class StubPhone implements AutoCloseable {

  private static final Set<String> QUEUES = Set.of("public");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final InMemoryCallStore store = new InMemoryCallStore();
  private final CallLanes lanes = new CallLanes(meters);
  private final FactSpool spool;
  private final AmiLink link;
  private final PhoneSystem phone;

  StubPhone(AmiStub asterisk, Path folder) {
    InstantSource clock = InstantSource.system();
    Lines lines = new Lines(List.of(PhoneKit.line("public", LineKind.PUBLIC_115, "115").line()));
    spool = new FactSpool(folder.resolve("spool"), 1_000);
    RecordCall recordCall =
        new RecordCall(
            store, new InMemoryCallerStore(), spool, CallRules.DEFAULTS, new CallMetrics(meters));
    Presences presences = new Presences(new InMemoryPresenceStore(), clock);
    AmiFacts facts = new AmiFacts(lines, CallerTestKit.callers(), clock);
    Inbox inbox = new Inbox();
    link =
        new AmiLink(
            new GatewayConfig.Ami(
                "127.0.0.1", asterisk.port(), "gateway", new Secret("the stub takes any")),
            inbox,
            meters);
    AmiAgentPhones phones = new AmiAgentPhones(link, facts, QUEUES);
    recordCall.observe(new PresenceOnCalls(presences, phones, CallRules.DEFAULTS));
    AsteriskRecords records =
        new AsteriskRecords(
            folder,
            new RecordFacts(lines, CallerTestKit.callers()),
            new NoPositions(),
            recordCall,
            meters);
    Synchronizer synchronizer =
        new Synchronizer(
            link,
            facts,
            phones,
            records,
            new Synchronizer.CallRepair(
                recordCall,
                new ReconcileCalls(store, recordCall),
                new ReconcilePresence(presences, phones, QUEUES, CallRules.DEFAULTS),
                presences),
            clock);
    phone = new PhoneSystem(facts, synchronizer, recordCall, lanes, clock, meters);
    inbox.leadsTo(phone);
  }

  private static final class NoPositions implements RecordPositions {
    @Override
    public Optional<Position> of(String source) {
      return Optional.empty();
    }

    @Override
    public void remember(String source, Position position) {}
  }

  void start() {
    phone.start();
    link.start();
  }

  PhoneSystem phone() {
    return phone;
  }

  InMemoryCallStore store() {
    return store;
  }

  SimpleMeterRegistry meters() {
    return meters;
  }

  @Override
  public void close() {
    link.close();
    phone.close();
    lanes.close();
    spool.close();
  }
}
