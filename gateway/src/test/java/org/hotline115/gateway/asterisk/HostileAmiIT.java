package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.InMemoryCallStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A manager interface that is broken, slow or hostile: the gateway survives and keeps counting. */
class HostileAmiIT {

  private static final Duration SOON = Duration.ofSeconds(15);

  private final AmiStub asterisk = new AmiStub();

  @TempDir Path folder;

  private StubPhone stub;
  private PhoneSystem phone;
  private InMemoryCallStore store;
  private SimpleMeterRegistry meters;

  @BeforeEach
  void wire() {
    stub = new StubPhone(asterisk, folder);
    phone = stub.phone();
    store = stub.store();
    meters = stub.meters();
  }

  private void connect() {
    stub.start();
    await("the telephone is up", SOON, phone::up);
  }

  @AfterEach
  void stop() {
    stub.close();
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
    stub.start();
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
