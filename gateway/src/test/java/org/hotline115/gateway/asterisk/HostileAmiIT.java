package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallMetrics;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.FactSpool;
import org.hotline115.callflow.call.InMemoryCallStore;
import org.hotline115.callflow.call.ReconcileCalls;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.call.RecordPositions;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.InMemoryCallerStore;
import org.hotline115.callflow.queue.InMemoryPresenceStore;
import org.hotline115.callflow.queue.PresenceOnCalls;
import org.hotline115.callflow.queue.Presences;
import org.hotline115.callflow.queue.ReconcilePresence;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.CallLanes;
import org.hotline115.gateway.config.GatewayConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A manager interface that is broken, slow or hostile: the gateway survives and keeps counting. */
class HostileAmiIT {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final InMemoryCallStore store = new InMemoryCallStore();
  private final AmiStub asterisk = new AmiStub();

  @TempDir Path folder;

  private FactSpool spool;
  private CallLanes lanes;
  private AmiLink link;
  private PhoneSystem phone;
  private Presences presences;

  @BeforeEach
  void wire() {
    InstantSource clock = InstantSource.system();
    Lines lines = new Lines(List.of(new GatewayConfig.Line("public", List.of("115"), "public")));
    spool = new FactSpool(folder.resolve("spool"), 1_000);
    RecordCall recordCall =
        new RecordCall(
            store, new InMemoryCallerStore(), spool, CallRules.DEFAULTS, new CallMetrics(meters));
    presences = new Presences(new InMemoryPresenceStore(), clock);
    lanes = new CallLanes(meters);
    AmiFacts facts = new AmiFacts(lines, CallerTestKit.callers(), clock);
    Inbox inbox = new Inbox();
    link =
        new AmiLink(
            new GatewayConfig.Ami(
                "127.0.0.1", asterisk.port(), "gateway", new Secret("the stub takes any")),
            inbox,
            meters);
    AmiAgentPhones phones = new AmiAgentPhones(link, facts, Set.of("public"));
    recordCall.observe(new PresenceOnCalls(presences, phones, CallRules.DEFAULTS));
    Synchronizer synchronizer =
        new Synchronizer(
            link,
            facts,
            phones,
            new AsteriskRecords(
                folder,
                new RecordFacts(lines, CallerTestKit.callers()),
                new NoPositions(),
                recordCall,
                meters),
            new Synchronizer.CallRepair(
                recordCall,
                new ReconcileCalls(store, recordCall),
                new ReconcilePresence(presences, phones, Set.of("public"), CallRules.DEFAULTS),
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

  private void connect() {
    phone.start();
    link.start();
    await("the telephone is up", SOON, phone::up);
  }

  @AfterEach
  void stop() {
    link.close();
    phone.close();
    lanes.close();
    spool.close();
    asterisk.close();
  }

  private void aGoodCallIsRecorded(int number) {
    asterisk.send(AmiStub.answeredCall(number));
    CallId id = new CallId("hotline1-1795352221." + 2 * number);
    await("a good call is recorded", SOON, () -> ended(store.find(id)));
  }

  private static boolean ended(Optional<Call> call) {
    return call.isPresent() && call.get().state(CallRules.DEFAULTS) instanceof CallState.Ended;
  }

  static List<String> hostileEvents() {
    return List.of(
        "Event: Newchannel\r\nno colon here\r\nUniqueid: x\r\n\r\n",
        AmiStub.event("Newchannel", "Channel", "PJSIP/x"),
        AmiStub.event("Newchannel", "Uniqueid", "a b\tc", "Linkedid", "a b\tc"),
        AmiStub.event("Hangup", "Uniqueid", "hotline1-9.9", "Linkedid", "hotline1-9.9"),
        AmiStub.event("Hangup", "Uniqueid", "hotline1-9.8", "Cause", "not a number"),
        AmiStub.event("QueueCallerLeave", "Uniqueid", "hotline1-9.7", "Queue", "public"),
        AmiStub.event("AgentConnect", "Uniqueid", "hotline1-9.6", "MemberName", "${SHELL(id)}"),
        AmiStub.event("AgentConnect", "Uniqueid", "hotline1-9.5"),
        AmiStub.event("Newchannel", "ChanVariable", "a=b", "ChanVariable", "a=b"),
        AmiStub.event("Newchannel", "CallerIDName", "\0\1\2\u001f\u007f", "Uniqueid", "h-1.1"),
        AmiStub.event("Newchannel", "CallerIDName", "x".repeat(1_000_000), "Uniqueid", "h-1.2"),
        "Event: Newchannel\r\n" + "X-Header: y\r\n".repeat(10_000) + "\r\n",
        "Event: Hangup\nUniqueid: h-1.3\nLinkedid: h-1.3\n\n",
        "Response: Success\r\nMessage: without an id\r\n\r\n",
        "Response: Success\r\nActionID: 4711_foreign\r\nMessage: x\r\n\r\n",
        "Response: Error\r\nMessage: Permission denied\r\n\r\n",
        AmiStub.event("Teleported", "Uniqueid", "h-1.4"),
        "\r\n\r\n\r\n",
        ":::\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("hostileEvents")
  void aHostileEventHarmsNoNeighbour(String hostile) {
    connect();
    asterisk.send(hostile);

    aGoodCallIsRecorded(1);

    // Bytes that break the stream may cost the connection, never the gateway.
    await("the telephone is up", SOON, phone::up);
  }

  @Test
  void anEventCutInHalfCostsOnlyTheConnection() {
    connect();
    asterisk.send("Event: Newchannel\r\nUniqueid: hotl");
    asterisk.hangUp();
    await("down", SOON, () -> meters.counter("gateway_ami_disconnections").count() == 1);
    await("up again", SOON, phone::up);

    aGoodCallIsRecorded(2);
  }

  @Test
  void aRefusedLoginIsTriedAgainForEver() {
    asterisk.refuseLogins(2);
    connect();

    aGoodCallIsRecorded(3);
  }

  @Test
  void aListWithoutAnEndIsNoSnapshot() {
    int[] broken = {1};
    asterisk.answerWith(action -> {
      if ("CoreShowChannels".equalsIgnoreCase(action.get("action")) && broken[0]-- > 0) {
        return "Response: Error\r\nActionID: "
            + action.get("actionid")
            + "\r\nMessage: Permission denied\r\n\r\n";
      }
      return null;
    });
    phone.start();
    link.start();
    await("the telephone is up", Duration.ofSeconds(40), phone::up);

    aGoodCallIsRecorded(4);
  }

  @Test
  void aBurstOfManyCallsWithShutdownsBetweenLosesNothing() {
    connect();
    int calls = 400;
    for (int i = 10; i < calls + 10; i++) {
      asterisk.send(AmiStub.answeredCall(i));
      if (i % 100 == 0) {
        asterisk.send(AmiStub.event("Shutdown", "Shutdown", "Cleanly", "Restart", "True"));
      }
    }
    await(
        "every call is recorded",
        Duration.ofSeconds(90),
        () -> store.find(new CallId("hotline1-1795352221." + 2 * (calls + 9))).isPresent());
    await("every call has an end", SOON, () -> store.unfinished().isEmpty());

    assertThat(meters.counter("gateway_ami_events_lost").count()).isZero();
    assertThat(store.answersSince("public", java.time.Instant.EPOCH)).hasSize(calls);
  }

  @Test
  void reconnectingManyTimesKeepsNoThreads() {
    AtomicInteger ups = new AtomicInteger();
    phone.observeStatus(up -> {
      if (up) {
        ups.incrementAndGet();
      }
    });
    connect();
    int before = Thread.activeCount();
    for (int i = 2; i <= 13; i++) {
      int count = i;
      asterisk.hangUp();
      await("up again", SOON, () -> ups.get() == count);
    }

    await("threads have ended", SOON, () -> Thread.activeCount() <= before + 3);
    aGoodCallIsRecorded(5);
  }
}
