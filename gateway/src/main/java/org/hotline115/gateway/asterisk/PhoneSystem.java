package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.manager.event.FullyBootedEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.gateway.CallLanes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes from Asterisk, in the order it came: events become facts on their call's lane. After
 * every (re)connection, and after a loss, one snapshot is taken; events that come meanwhile wait in
 * the queue and are replayed by themselves.
 */
final class PhoneSystem implements AmiLink.Listener, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PhoneSystem.class);

  static final int EVENTS_MAX = 50_000;
  private static final long BOOT_PATIENCE_SECONDS = 15;

  /** What else than events goes through the queue, so that it keeps its place among them. */
  private enum Signal {
    LOGGED_IN,
    GONE,
    RESYNC,
    STOP
  }

  private final AmiFacts facts;
  private final Synchronizer synchronizer;
  private final RecordCall recordCall;
  private final CallLanes lanes;
  private final InstantSource clock;
  private final Counter eventsTaken;
  private final Counter eventsLost;
  private final BlockingQueue<Object> inbox = new ArrayBlockingQueue<>(EVENTS_MAX);
  private final List<Consumer<Boolean>> statusObservers = new CopyOnWriteArrayList<>();
  private final Thread dispatcher;
  private volatile boolean up;
  private volatile boolean resyncOwed;
  private volatile long loggedInNanos;
  private boolean loggedIn;
  private @Nullable Instant startedAt;

  PhoneSystem(
      AmiFacts facts,
      Synchronizer synchronizer,
      RecordCall recordCall,
      CallLanes lanes,
      InstantSource clock,
      MeterRegistry registry) {
    this.facts = facts;
    this.synchronizer = synchronizer;
    this.recordCall = recordCall;
    this.lanes = lanes;
    this.clock = clock;
    this.eventsTaken = registry.counter("gateway_ami_events");
    this.eventsLost = registry.counter("gateway_ami_events_lost");
    Gauge.builder("gateway_ami_inbox_length", inbox, BlockingQueue::size).register(registry);
    this.dispatcher = Thread.ofPlatform().daemon().name("ami-dispatcher").unstarted(this::run);
  }

  void start() {
    dispatcher.start();
  }

  boolean up() {
    return up;
  }

  void observeStatus(Consumer<Boolean> observer) {
    statusObservers.add(observer);
  }

  /** Called by Asterisk-Java's only event thread: takes it and returns. */
  @Override
  public void event(ManagerEvent event) {
    if (!inbox.offer(event)) {
      eventsLost.increment();
      resyncOwed = true;
    }
  }

  @Override
  public void loggedIn() {
    loggedInNanos = System.nanoTime();
    signal(Signal.LOGGED_IN);
  }

  @Override
  public void disconnected() {
    signal(Signal.GONE);
  }

  private void signal(Signal signal) {
    try {
      inbox.put(signal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A fact from elsewhere (the menu) takes the same lane as the events of its call. */
  void submit(CallFact fact) {
    if (!lanes.submit(fact.callId(), () -> recordCall.accept(fact))) {
      resyncOwed = true;
    }
  }

  /** Every second: what could not be done is tried again. */
  void tick() {
    if (resyncOwed && up) {
      resyncOwed = false;
      if (!inbox.offer(Signal.RESYNC)) {
        resyncOwed = true;
      }
    }
    boolean tooLong =
        System.nanoTime() - loggedInNanos > TimeUnit.SECONDS.toNanos(BOOT_PATIENCE_SECONDS);
    if (!up && tooLong && synchronizer.connected()) {
      log.atWarn().log("Asterisk let us in but did not say that it has booted");
      loggedInNanos = System.nanoTime();
      synchronizer.reset();
    }
  }

  private void run() {
    try {
      while (true) {
        switch (inbox.take()) {
          case Signal signal when signal == Signal.STOP -> {
            return;
          }
          case Signal signal -> handle(signal);
          case FullyBootedEvent booted -> {
            Integer uptime = booted.getUptime();
            startedAt = clock.instant().minusSeconds(uptime == null ? 0 : uptime);
            synchronizeWhenReady();
          }
          case ManagerEvent event -> handle(event);
          case Object other -> throw new IllegalStateException("not from Asterisk: " + other);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void handle(ManagerEvent event) {
    eventsTaken.increment();
    try {
      facts.of(event).ifPresent(this::submit);
    } catch (RuntimeException e) {
      log.atError()
          .setCause(e)
          .addKeyValue("event", event.getClass().getSimpleName())
          .log("an event could not be understood");
    }
  }

  private void handle(Signal signal) {
    switch (signal) {
      case LOGGED_IN -> {
        facts.connected();
        loggedIn = true;
        synchronizeWhenReady();
      }
      case GONE -> {
        loggedIn = false;
        startedAt = null;
        status(false);
      }
      case RESYNC -> synchronizeWhenReady();
      case STOP -> {}
    }
  }

  /** Both came: the login, and the word that Asterisk has booted. */
  private void synchronizeWhenReady() {
    Instant since = startedAt;
    if (!loggedIn || since == null) {
      return;
    }
    try {
      switch (synchronizer.synchronize(since)) {
        case DONE -> status(true);
        case RECORDS_AWAY -> {
          resyncOwed = true;
          status(true);
        }
        case NO_SNAPSHOT -> synchronizer.reset();
      }
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("the snapshot failed");
      resyncOwed = true;
      status(true);
    }
  }

  private void status(boolean now) {
    if (up == now) {
      return;
    }
    up = now;
    log.atInfo().addKeyValue("up", now).log("the telephone changed");
    for (Consumer<Boolean> observer : statusObservers) {
      try {
        observer.accept(now);
      } catch (RuntimeException e) {
        log.atError().setCause(e).log("an observer of the telephone failed");
      }
    }
  }

  @Override
  public void close() {
    signal(Signal.STOP);
    try {
      dispatcher.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
