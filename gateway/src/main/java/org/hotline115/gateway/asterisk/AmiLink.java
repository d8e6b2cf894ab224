package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.EventTimeoutException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.ResponseEvent;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.hotline115.gateway.config.GatewayConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Asterisk's manager interface, kept for ever: a first login that fails is tried
 * again as any other, a frozen Asterisk is noticed by pings and a read time-out.
 */
final class AmiLink implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(AmiLink.class);

  private static final Duration PING_EVERY = Duration.ofSeconds(1);

  /** Longer than a few pings, short enough that a screen says "degraded" within five seconds. */
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(4);

  private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
  private static final long ACTION_TIMEOUT_MILLIS = 2_000;
  private static final long SNAPSHOT_TIMEOUT_MILLIS = 10_000;
  private static final long BACK_OFF_FIRST_MILLIS = 200;
  private static final long BACK_OFF_MAX_MILLIS = 3_000;

  /** Where the news go. Must return at once: Asterisk-Java drops what is not taken. */
  interface Listener {
    void loggedIn();

    void event(ManagerEvent event);

    void disconnected();
  }

  private final GatewayConfig.Ami settings;
  private final Listener listener;
  private final AmiWriter writer;
  private final Counter disconnections;
  private final Thread keeper;
  private volatile @Nullable DefaultManagerConnection connection;
  private volatile boolean closed;

  AmiLink(GatewayConfig.Ami settings, Listener listener, MeterRegistry registry) {
    this.settings = settings;
    this.listener = listener;
    this.writer = new AmiWriter(registry);
    this.disconnections = registry.counter("gateway_ami_disconnections");
    this.keeper = Thread.ofVirtual().name("ami-keeper").unstarted(this::keep);
  }

  void start() {
    keeper.start();
  }

  private void keep() {
    long backOff = BACK_OFF_FIRST_MILLIS;
    while (!closed) {
      CountDownLatch gone = new CountDownLatch(1);
      DefaultManagerConnection candidate = newConnection(gone);
      try {
        candidate.login();
        backOff = BACK_OFF_FIRST_MILLIS;
        connection = candidate;
        listener.loggedIn();
        pingUntil(gone, candidate);
      } catch (IOException
          | AuthenticationFailedException
          | TimeoutException
          | IllegalStateException e) {
        log.atWarn().addKeyValue("reason", reason(e)).log("Asterisk does not let us in yet");
        backOff = Math.min(BACK_OFF_MAX_MILLIS, backOff * 2);
      } finally {
        if (connection != null) {
          connection = null;
          disconnections.increment();
          listener.disconnected();
        }
        discard(candidate);
      }
      pause(backOff + ThreadLocalRandom.current().nextLong(BACK_OFF_FIRST_MILLIS));
    }
  }

  private DefaultManagerConnection newConnection(CountDownLatch gone) {
    DefaultManagerConnection made =
        new DefaultManagerConnection(
            settings.host(), settings.port(), settings.user(), settings.secret().reveal());
    made.setSocketTimeout(CONNECT_TIMEOUT_MILLIS);
    made.setSocketReadTimeout(Math.toIntExact(READ_TIMEOUT.toMillis()));
    made.setDefaultResponseTimeout(ACTION_TIMEOUT_MILLIS);
    made.setDefaultEventTimeout(SNAPSHOT_TIMEOUT_MILLIS);
    made.registerUserEventClass(HotlineCallbackEvent.class);
    made.registerUserEventClass(HotlineRescueEvent.class);
    made.registerUserEventClass(HotlineLanguageEvent.class);
    made.registerUserEventClass(HotlineInterpreterEvent.class);
    made.registerUserEventClass(HotlineColleagueEvent.class);
    made.addEventListener(event -> {
      if (event instanceof DisconnectEvent) {
        gone.countDown();
      } else {
        listener.event(event);
      }
    });
    return made;
  }

  /** Only the type: an authentication failure could carry what was sent. */
  private static String reason(Exception e) {
    return e.getClass().getSimpleName();
  }

  private void pingUntil(CountDownLatch gone, DefaultManagerConnection with) throws IOException {
    int unanswered = 0;
    while (!closed && unanswered < 3) {
      try {
        if (gone.await(PING_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
        with.sendAction(new PingAction());
        unanswered = 0;
      } catch (TimeoutException e) {
        unanswered++;
      } catch (IllegalStateException e) {
        return;
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Ends Asterisk-Java's own reconnecting too: this class is the only one that connects. */
  private static void discard(DefaultManagerConnection connection) {
    try {
      connection.logoff();
    } catch (IllegalStateException alreadyEnded) {
      log.atTrace().log("the connection had ended by itself");
    }
  }

  private void pause(long millis) {
    try {
      if (!closed) {
        TimeUnit.MILLISECONDS.sleep(millis);
      }
    } catch (InterruptedException e) {
      log.atTrace().log("woken up to end");
    }
  }

  boolean connected() {
    return connection != null;
  }

  /** True when Asterisk did as it was told; false also when it cannot be told now. */
  boolean order(ManagerAction action) {
    return send(action).filter(answer -> !(answer instanceof ManagerError)).isPresent();
  }

  /** The answer, or nothing when Asterisk cannot be asked now. */
  Optional<ManagerResponse> send(ManagerAction action) {
    return send(action, ACTION_TIMEOUT_MILLIS);
  }

  Optional<ManagerResponse> send(ManagerAction action, long timeoutMillis) {
    ManagerAction checked = writer.checked(action);
    DefaultManagerConnection now = connection;
    if (now == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(now.sendAction(checked, timeoutMillis));
    } catch (IOException | TimeoutException | IllegalStateException e) {
      log.atWarn()
          .addKeyValue("action", action.getAction())
          .addKeyValue("reason", reason(e))
          .log("Asterisk did not answer an order");
      return Optional.empty();
    }
  }

  /** A whole list, or nothing when it did not come complete. */
  <T extends EventGeneratingAction & ManagerAction> Optional<Collection<ResponseEvent>> list(
      T action) {
    writer.checked(action);
    DefaultManagerConnection now = connection;
    if (now == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          List.copyOf(now.sendEventGeneratingAction(action, SNAPSHOT_TIMEOUT_MILLIS).getEvents()));
    } catch (IOException | EventTimeoutException | IllegalStateException e) {
      log.atWarn()
          .addKeyValue("action", action.getAction())
          .addKeyValue("reason", reason(e))
          .log("Asterisk did not give a whole list");
      return Optional.empty();
    }
  }

  /** Drops the line so that the keeper begins anew; for a link that answers but makes no sense. */
  void reset() {
    DefaultManagerConnection now = connection;
    if (now != null) {
      discard(now);
    }
  }

  @Override
  public void close() {
    closed = true;
    keeper.interrupt();
    DefaultManagerConnection now = connection;
    if (now != null) {
      discard(now);
    }
  }
}
