package org.hotline115.callflow.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallMetrics;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.DialBack;
import org.hotline115.callflow.call.FactSpool;
import org.hotline115.callflow.call.JdbcCallStore;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.queue.KeepPlace;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promises on a real PostgreSQL, with an exchange that only notes. */
class CallbackIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final CallbackRules RULES = CallbackRules.DEFAULTS;

  private final TickingClock clock = new TickingClock();
  private final Database database = TestServers.database();
  private final Callers callers = CallerTestKit.callers();
  private final InMemoryCallbackExchange exchange = new InMemoryCallbackExchange();
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private RecordCall calls;
  private CallbackFeature callbacks;
  private int rings;

  @BeforeEach
  void build(@TempDir Path folder) {
    JdbcCallStore store = new JdbcCallStore(database, CallRules.DEFAULTS);
    calls =
        new RecordCall(
            store,
            new JdbcCallerStore(database, callers),
            new FactSpool(folder.resolve("spool"), 100),
            CallRules.DEFAULTS,
            new CallMetrics(new SimpleMeterRegistry()));
    callbacks = feature(store);
  }

  private CallbackFeature feature(JdbcCallStore store) {
    return new CallbackFeature(
        new CallbackFeature.Ground(
            database,
            callers,
            new JdbcCallerStore(database, callers),
            calls,
            new PhoneNumbers("FR"),
            new JdbcAuditTrail(database),
            clock,
            ZoneId.of("Europe/Paris")),
        RULES,
        exchange,
        new CallbackTexts() {
          @Override
          public void ticket(Callback callback) {
            texts.add("ticket");
          }

          @Override
          public void failed(Callback callback) {
            texts.add("failed");
          }
        },
        new KeepPlace(store, Duration.ofMinutes(10), clock));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Instant now() {
    return clock.instant();
  }

  private void round() {
    callbacks.keepPromises().round(true);
  }

  /** Somebody rings and waits. */
  private CallId waits(String number) {
    CallId call = new CallId("hotline1-1795352221." + ++rings);
    calls.accept(
        new CallFact.Arrived(call, now(), "public", callers.identityOf(new PhoneNumber(number))));
    calls.accept(new CallFact.EnteredQueue(call, now(), "public", 1));
    return call;
  }

  private Callback promise(CallId call, String number) {
    PromiseResult result =
        callbacks
            .promiseCallback()
            .promise(
                new CallbackWish(
                    call,
                    "public",
                    "public",
                    new PhoneNumber(number),
                    "fr",
                    now(),
                    Answers.NONE,
                    true,
                    CallbackChannel.VOICE));
    return result instanceof PromiseResult.Promised(Callback made)
        ? made
        : ((PromiseResult.AlreadyOwed) result).callback();
  }

  private Callback promised(String number) {
    CallId call = waits(number);
    Callback made = promise(call, number);
    calls.accept(new CallFact.Ended(call, now(), 16));
    round();
    round();
    return read(made);
  }

  private Callback read(Callback callback) {
    return callbacks.readCallbacks().find(callback.id()).orElseThrow().callback();
  }

  /** What Asterisk tells of a placeholder that an agent takes. */
  private CallId agentTakes(Callback promise) {
    CallId ours = read(promise).placeholder();
    calls.accept(new CallFact.EnteredQueue(ours, now(), "public", 1));
    calls.accept(new CallFact.AgentRinging(ours, now(), CLAIRE));
    calls.accept(new CallFact.PersonDialled(ours, now()));
    calls.accept(new CallFact.AgentConnected(ours, now(), CLAIRE, 1));
    return ours;
  }

  private void ends(CallId ours) {
    exchange.standing.remove(ours);
    calls.accept(new CallFact.Ended(ours, now(), 16));
    round();
  }

  private void missed(Callback promise, DialBack.Unreached why) {
    CallId ours = agentTakes(promise);
    round();
    calls.accept(new CallFact.PersonMissed(ours, now(), why));
    ends(ours);
  }

  private void nextAttempt() {
    clock.tick(RULES.retryAfter().plusSeconds(1));
    round();
  }

  @Test
  void whileThePersonIsStillOnTheLineNobodyRingsHim() {
    CallId call = waits("+33465710041");
    Callback promise = promise(call, "+33465710041");
    round();
    assertThat(exchange.standing).isEmpty();

    calls.accept(new CallFact.Ended(call, now(), 16));
    round();
    round();

    assertThat(exchange.standing.keySet()).containsExactly(read(promise).placeholder());
    assertThat(exchange.standing.values())
        .allSatisfy(placeholder -> {
          assertThat(placeholder.rankAt()).isEqualTo(promise.keptRankAt());
          assertThat(placeholder.number().dialled()).isEqualTo("0465710041");
        });
    assertThat(texts).containsExactly("ticket");
  }

  @Test
  void aWishThatIsRepeatedIsOnePromise() {
    CallId call = waits("+33465710042");
    Callback first = promise(call, "+33465710042");
    assertThat(promise(call, "+33465710042").id()).isEqualTo(first.id());

    CallId other = waits("+33465710042");
    assertThat(promise(other, "+33465710042").id()).isEqualTo(first.id());
    assertThat(callbacks.readCallbacks().owed()).hasSize(1);
  }

  @Test
  void howeverManyGatewaysLookEachPromiseIsPlacedOnce() throws Exception {
    List<Callback> promises = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String number = "+3346571%04d".formatted(1000 + i);
      CallId call = waits(number);
      promises.add(promise(call, number));
      calls.accept(new CallFact.Ended(call, now(), 16));
    }
    List<Thread> gateways = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      gateways.add(
          Thread.startVirtualThread(() -> {
            for (int round = 0; round < 5; round++) {
              round();
            }
          }));
    }
    for (Thread gateway : gateways) {
      gateway.join();
    }

    assertThat(promises).allSatisfy(promise -> assertThat(read(promise).placement()).isEqualTo(1));
    assertThat(exchange.standing).hasSize(40);
  }

  @Test
  void anExchangeThatForgotItsQueueGetsItAgain() {
    Callback promise = promised("+33465710043");
    CallId first = promise.placeholder();
    calls.accept(new CallFact.EnteredQueue(first, now(), "public", 1));
    exchange.standing.clear();
    calls.accept(new CallFact.CutOff(first, now())); // as reconciliation says it
    clock.tick(Duration.ofSeconds(16));
    round();

    assertThat(exchange.standing.keySet()).containsExactly(new CallId("cb-" + promise.id() + "-2"));
    assertThat(read(promise).status()).isEqualTo(CallbackStatus.QUEUED);
    assertThat(read(promise).attempts()).isZero();
  }

  @Test
  void anOrderWhoseFateIsUnknownIsGivenAgainUnderTheSameId() {
    exchange.down = true;
    Callback promise = promised("+33465710044");
    exchange.down = false;
    clock.tick(Duration.ofSeconds(16));
    round();

    assertThat(exchange.standing.keySet()).containsExactly(new CallId("cb-" + promise.id() + "-1"));
  }

  @Test
  void whoIsReachedIsOwedNothingMore() {
    Callback promise = promised("+33465710045");
    CallId ours = agentTakes(promise);
    round();
    assertThat(read(promise).status()).isEqualTo(CallbackStatus.DIALLING);
    calls.accept(new CallFact.PersonReached(ours, now()));
    round();

    assertThat(read(promise).status()).isEqualTo(CallbackStatus.REACHED);
    ends(ours);
    round();
    assertThat(exchange.standing).isEmpty();
  }

  @Test
  void afterThreeAttemptsInVainOneTextIsWrittenAndNothingIsRungAnyMore() {
    Callback promise = promised("+33612345645");
    missed(promise, DialBack.Unreached.BUSY);
    assertThat(read(promise).status()).isEqualTo(CallbackStatus.QUEUED);
    assertThat(exchange.standing).as("not at once").isEmpty();
    nextAttempt();
    missed(promise, DialBack.Unreached.NO_ANSWER);
    nextAttempt();
    missed(promise, DialBack.Unreached.UNOBTAINABLE);
    nextAttempt();
    nextAttempt();

    assertThat(read(promise).status()).isEqualTo(CallbackStatus.UNREACHABLE);
    assertThat(read(promise).attempts()).isEqualTo(3);
    assertThat(texts).containsExactly("ticket", "failed");
    assertThat(exchange.standing).isEmpty();
  }

  @Test
  void anAttemptThatWasCutDoesNotCount() {
    Callback promise = promised("+33465710046");
    CallId ours = agentTakes(promise);
    exchange.standing.clear();
    calls.accept(new CallFact.CutOff(ours, now()));
    round();
    round();

    assertThat(read(promise).attempts()).isZero();
    assertThat(exchange.standing.keySet()).containsExactly(new CallId("cb-" + promise.id() + "-2"));
  }

  @Test
  void whoRingsAgainIsOneWithHisPromise() {
    Callback promise = promised("+33465710047");
    CallId again = waits("+33465710047");
    Rank place = callbacks.findPlace().of(again, promise.caller(), "public").orElseThrow();
    round();
    assertThat(place.at()).isEqualTo(promise.keptRankAt());
    assertThat(place.reason()).isEqualTo(Rank.Reason.CALLBACK);
    assertThat(exchange.standing).as("nobody rings who is on the line").isEmpty();

    calls.accept(new CallFact.AgentRinging(again, now(), CLAIRE));
    calls.accept(new CallFact.AgentConnected(again, now(), CLAIRE, 1));
    round();

    assertThat(read(promise).status()).isEqualTo(CallbackStatus.MERGED);
  }

  @Test
  void whoRingsAgainAndGivesUpIsStillOwedHisCall() {
    Callback promise = promised("+33465710048");
    calls.accept(new CallFact.EnteredQueue(promise.placeholder(), now(), "public", 1));
    CallId again = waits("+33465710048");
    callbacks.findPlace().of(again, promise.caller(), "public");
    round();
    calls.accept(new CallFact.Ended(promise.placeholder(), now(), 16));
    calls.accept(new CallFact.Ended(again, now(), 16));
    clock.tick(Duration.ofSeconds(16));
    round();
    round();

    assertThat(read(promise).status()).isEqualTo(CallbackStatus.QUEUED);
    assertThat(exchange.standing.keySet()).containsExactly(new CallId("cb-" + promise.id() + "-2"));
  }

  @Test
  void aMachineIsNobody() {
    Callback promise = promised("+33465710049");
    CallId ours = agentTakes(promise);
    calls.accept(new CallFact.PersonReached(ours, now()));
    round();
    assertThat(callbacks.markMachine().mark(promise.id(), CLAIRE))
        .isInstanceOf(CloseResult.Changed.class);
    ends(ours);
    assertThat(read(promise).status()).isEqualTo(CallbackStatus.QUEUED);
    assertThat(read(promise).attempts()).isEqualTo(1);
    nextAttempt();

    assertThat(exchange.standing.keySet()).containsExactly(new CallId("cb-" + promise.id() + "-2"));
    assertThat(callbacks.markMachine().mark(promise.id(), CLAIRE))
        .isInstanceOf(CloseResult.NotNow.class);
  }

  @Test
  void whoNeedsNoCallAnyMoreIsTakenOutOfTheQueue() {
    Callback promise = promised("+33465710050");
    assertThat(callbacks.cancelCallback().cancel(promise.id(), CLAIRE))
        .isInstanceOf(CloseResult.Changed.class);
    round();

    assertThat(exchange.standing).isEmpty();
    assertThat(read(promise).status()).isEqualTo(CallbackStatus.CANCELLED_BY_CALLER);
    assertThat(callbacks.cancelCallback().cancel(promise.id(), CLAIRE))
        .isInstanceOf(CloseResult.Changed.class);
    assertThat(callbacks.cancelCallback().cancel(new CallbackId(999_999), CLAIRE))
        .isInstanceOf(CloseResult.NoSuchCallback.class);
  }

  @Test
  void aPromiseThatLostItsSenseIsShownAsBroken() {
    Callback promise = promised("+33465710051");
    clock.tick(RULES.expiresAfter().plusSeconds(1));
    round();
    round();

    assertThat(read(promise).status()).isEqualTo(CallbackStatus.EXPIRED);
    assertThat(exchange.standing).isEmpty();
  }
}
