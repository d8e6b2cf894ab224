package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.hotline115.callflow.message.JdbcOutbox.Fate;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of work on the outbox: give up what is too late, send what is due, ask the provider
 * about what is unknown. Several gateways may do so at once. Never twice by mistake: what may have
 * been accepted is looked for at the provider before it is sent again, and that once only.
 */
final class SendTexts {

  private static final Logger log = LoggerFactory.getLogger(SendTexts.class);

  /** Longer than any provider may take, so that a lease never ends under a living gateway. */
  static final Duration LEASE = Duration.ofSeconds(60);

  static final Duration FIRST_LOOK_AFTER = Duration.ofSeconds(5);
  static final Duration LOOK_EVERY = Duration.ofSeconds(20);

  /** A provider that lists it this late has not got it. */
  static final Duration NOT_THERE_AFTER = Duration.ofMinutes(2);

  /** What was due this shortly before is sent without asking the provider whether it has it. */
  static final Duration FRESH = Duration.ofMinutes(1);

  static final int AT_ONCE_MAX = 16;

  private final JdbcOutbox outbox;
  private final JdbcOptOuts optOuts;
  private final SmsGateway gateway;
  private final MessageMetrics metrics;
  private final Pace pace;
  private final AllowedHours hours;
  private final InstantSource clock;
  private volatile boolean stopped;

  /** The records may have been brought back from a copy since we last looked. */
  private volatile boolean doubtful = true;

  SendTexts(
      JdbcOutbox outbox,
      JdbcOptOuts optOuts,
      SmsGateway gateway,
      MessageMetrics metrics,
      Pace pace,
      AllowedHours hours,
      InstantSource clock) {
    this.outbox = outbox;
    this.optOuts = optOuts;
    this.gateway = gateway;
    this.metrics = metrics;
    this.pace = pace;
    this.hours = hours;
    this.clock = clock;
    metrics.watch(this::isStopped);
  }

  /** The provider refused our credentials: nothing is sent until a person mends them. */
  boolean isStopped() {
    return stopped;
  }

  /** True when there may be more to send at once. */
  boolean round() {
    try {
      return roundOf(clock.instant());
    } catch (RecordsAway away) {
      doubtful = true;
      throw away;
    }
  }

  private boolean roundOf(Instant now) {
    if (doubtful) {
      metrics.doubted(outbox.doubt(now.minus(FRESH)));
      doubtful = false;
    }
    metrics.expired(outbox.expire(now));
    metrics.lapsed(outbox.lapse(now));
    metrics.withheld(outbox.withholdUnsafe(now));
    if (stopped || !pace.allows(now)) {
      return false;
    }
    List<HandedOut> due = outbox.handOutDue(now, now.plus(LEASE), AT_ONCE_MAX);
    together(due, this::send);
    together(outbox.handOutUnknown(now, now.plus(LEASE), AT_ONCE_MAX), this::lookFor);
    return due.size() == AT_ONCE_MAX;
  }

  private static void together(List<HandedOut> messages, Consumer<HandedOut> work) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      messages.forEach(message -> threads.execute(() -> contained(message, work)));
    }
  }

  /** Its neighbours go on; its own lease ends, and then it is looked for. */
  private static void contained(HandedOut message, Consumer<HandedOut> work) {
    try {
      work.accept(message);
    } catch (RecordsAway away) {
      log.atWarn()
          .addKeyValue("messageId", message.id())
          .log("the fate of a text could not be noted");
    } catch (RuntimeException bug) {
      log.atError().addKeyValue("messageId", message.id()).setCause(bug).log("a text failed");
    }
  }

  private void send(HandedOut message) {
    Instant started = clock.instant();
    if (message.optedOut()) {
      outbox.advance(
          message.id(), new Fate(MessageStatus.SUPPRESSED_OPT_OUT, null, null, null), started);
      return;
    }
    if (!message.mayLeave(hours, started)) {
      outbox.keepUntil(message, message.nextAllowed(hours, started));
      return;
    }
    Duration validFor = Duration.between(started, message.notAfter());
    SendResult result = gateway.send(message.outgoing(validFor));
    Instant now = clock.instant();
    metrics.tried(result, Duration.between(started, now));
    log.atInfo()
        .addKeyValue("messageId", message.id())
        .addKeyValue("outcome", result.getClass().getSimpleName())
        .log("a text was handed to the provider");
    note(message, result, now);
  }

  private void note(HandedOut message, SendResult result, Instant now) {
    switch (result) {
      case SendResult.Accepted(String providerId) -> {
        pace.good();
        metrics.receipt(
            outbox.note(message.id(), new Receipt(providerId, MessageStatus.SENT, null), now));
      }
      case SendResult.Shown() -> end(message, MessageStatus.JOURNALED, null, now);
      case SendResult.Refused(String code) -> end(message, MessageStatus.FAILED, code, now);
      case SendResult.OptedOut(String code) -> {
        optOuts.note(message.id(), now);
        end(message, MessageStatus.SUPPRESSED_OPT_OUT, code, now);
      }
      case SendResult.TooMany(String code) -> putBack(message, code, now);
      case SendResult.NotReached() -> putBack(message, null, now);
      case SendResult.NotAuthorised(String code) -> {
        outbox.putBack(message, code, now);
        stop();
      }
      case SendResult.Unknown(String code) -> {
        pace.trouble(now);
        outbox.markUnknown(message, code, now, now.plus(FIRST_LOOK_AFTER));
      }
    }
  }

  private void end(HandedOut message, MessageStatus status, @Nullable String code, Instant now) {
    outbox.advance(message.id(), new Fate(status, gateway.provider(), null, code), now);
  }

  private void putBack(HandedOut message, @Nullable String code, Instant now) {
    Instant provider = pace.trouble(now);
    Instant itself = now.plus(pace.backOff(message.tries()));
    outbox.putBack(message, code, provider.isAfter(itself) ? provider : itself);
  }

  private void stop() {
    if (!stopped) {
      stopped = true;
      log.atError()
          .log("the provider refuses our credentials: no text leaves until they are right");
    }
  }

  private void lookFor(HandedOut message) {
    FindResult found = gateway.find(message.outgoing(Duration.ZERO));
    Instant now = clock.instant();
    metrics.lookedFor(found);
    switch (found) {
      case FindResult.Listed(List<Receipt> texts) -> {
        boolean known = texts.stream().anyMatch(text -> isOurs(message, text, now));
        if (!known) {
          notThere(message, now);
        }
      }
      case FindResult.NotAuthorised() -> {
        outbox.lookAgain(message, now);
        stop();
      }
      case FindResult.Away() -> {
        pace.trouble(now);
        outbox.lookAgain(message, now.plus(LOOK_EVERY));
      }
    }
  }

  /** Of two equal texts to one number each takes its own: a provider's id is used once. */
  private boolean isOurs(HandedOut message, Receipt text, Instant now) {
    return outbox.note(message.id(), text, now) == ReceiptResult.NOTED;
  }

  private void notThere(HandedOut message, Instant now) {
    Instant since = message.unknownSince();
    boolean longEnough = since != null && !now.isBefore(since.plus(NOT_THERE_AFTER));
    boolean tooLate = !now.isBefore(message.notAfter());
    if (!longEnough) {
      outbox.lookAgain(message, now.plus(LOOK_EVERY));
    } else if (message.sentAgain()) {
      outbox.lookAgain(message, tooLate ? null : now.plus(LOOK_EVERY));
    } else if (tooLate) {
      end(message, MessageStatus.EXPIRED, null, now);
    } else if (outbox.sendAgain(message, now) && message.tries() > 0) {
      metrics.sentAgain();
      log.atWarn().addKeyValue("messageId", message.id()).log("a lost text is sent once more");
    }
  }
}
