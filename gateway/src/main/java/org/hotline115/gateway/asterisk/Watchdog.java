package org.hotline115.gateway.asterisk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asteriskjava.manager.action.SetVarAction;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Asterisk every second that we still lead this caller: {@code TIMEOUT(absolute)} is set a
 * few seconds ahead while a prompt plays. A gateway that freezes or hangs stops telling, and the
 * dialplan takes the caller into the queue within {@link #BOUND} of the failure (phone page, 2).
 */
final class Watchdog {

  private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

  /** How far ahead. Under the five seconds that a caller may be lost. */
  static final Duration BOUND = Duration.ofSeconds(4);

  private static final long RENEW_MILLIS = 1_000;
  private static final long ANSWER_MILLIS = 1_000;

  /**
   * Who slept longer than this was frozen: the caller may be in the queue already, and a renewal
   * now would throw him out of it.
   */
  private static final Duration FROZEN = Duration.ofMillis(2_500);

  private final AmiLink link;

  Watchdog(AmiLink link) {
    this.link = link;
  }

  /** True when renewals can be sent; without them a prompt gets its whole length at once. */
  boolean works() {
    return link.connected();
  }

  /** Renews until it is closed. {@link Renewal#close} returns when no renewal is under way. */
  Renewal watch(String channel) {
    return new Renewal(channel);
  }

  final class Renewal implements AutoCloseable {

    private final String channel;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private Renewal(String channel) {
      this.channel = channel;
      this.thread = Thread.ofVirtual().name("watchdog").start(this::renew);
    }

    private void renew() {
      long last = System.nanoTime();
      try {
        while (!stopped.await(RENEW_MILLIS, TimeUnit.MILLISECONDS)) {
          long now = System.nanoTime();
          if (Duration.ofNanos(now - last).compareTo(FROZEN) > 0) {
            log.atWarn().log("the gateway was frozen, a caller is left to the dialplan");
            return;
          }
          last = now;
          Optional<ManagerResponse> answer =
              link.send(
                  new SetVarAction(channel, "TIMEOUT(absolute)", Long.toString(BOUND.toSeconds())),
                  ANSWER_MILLIS);
          if (answer.isPresent() && answer.get() instanceof ManagerError) {
            return; // the channel is gone
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** After this no late renewal can reach a caller who already stands in the queue. */
    @Override
    public void close() {
      stopped.countDown();
      boolean interrupted = false;
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
