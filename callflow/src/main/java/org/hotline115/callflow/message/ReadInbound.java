package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.hotline115.callflow.message.JdbcInbound.End;
import org.hotline115.callflow.message.JdbcInbound.ToRead;
import org.hotline115.callflow.store.RecordsAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what came in, oldest first, and asks each handler in order. What nobody takes is kept,
 * sealed. A handler that fails is asked again, a few times; its neighbours go on.
 */
final class ReadInbound {

  private static final Logger log = LoggerFactory.getLogger(ReadInbound.class);

  static final Duration LEASE = Duration.ofSeconds(30);
  static final Duration AGAIN_AFTER = Duration.ofSeconds(10);
  static final int TRIES_MAX = 5;

  private final JdbcInbound inbound;
  private final MessageMetrics metrics;
  private final InstantSource clock;
  private final TakeInbound first;
  private final TakeInbound last;
  private final List<TakeInbound> handlers = new CopyOnWriteArrayList<>();

  /** {@code first} hears everything, {@code last} what nobody took. */
  ReadInbound(
      JdbcInbound inbound,
      TakeInbound first,
      TakeInbound last,
      MessageMetrics metrics,
      InstantSource clock) {
    this.inbound = inbound;
    this.first = first;
    this.last = last;
    this.metrics = metrics;
    this.clock = clock;
  }

  void add(TakeInbound handler) {
    handlers.add(handler);
  }

  /** True when there may be another one. */
  boolean round() {
    Instant now = clock.instant();
    Optional<ToRead> next = inbound.handOut(now, now.plus(LEASE));
    next.ifPresent(this::read);
    return next.isPresent();
  }

  private void read(ToRead read) {
    try {
      Optional<String> taker =
          Stream.of(Stream.of(first), handlers.stream(), Stream.of(last))
              .flatMap(each -> each)
              .filter(h -> takes(h, read))
              .findFirst()
              .map(TakeInbound::name);
      inbound.finish(read, taker.isPresent() ? End.TAKEN : End.KEPT, taker.orElse(null));
      metrics.read(taker.orElse("NOBODY"));
    } catch (RecordsAway away) {
      throw away; // its lease ends, and it is read again
    } catch (RuntimeException bug) {
      log.atError().setCause(bug).log("an inbound text could not be read");
      metrics.read("FAILED");
      if (read.tries() >= TRIES_MAX) {
        inbound.finish(read, End.FAILED, null);
      } else {
        inbound.putBack(read, clock.instant().plus(AGAIN_AFTER));
      }
    }
  }

  private static boolean takes(TakeInbound handler, ToRead read) {
    return handler.take(read.text()) == TakeInbound.Taking.TAKEN;
  }
}
