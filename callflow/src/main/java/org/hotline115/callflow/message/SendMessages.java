package org.hotline115.callflow.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, one try each. What may or may not have been taken is UNKNOWN and looked for at
 * the provider before anything is sent again; what is refused is final; a refused account stops all
 * sending until a human restarts with a right one.
 */
public final class SendMessages {

  private static final Logger LOG = LoggerFactory.getLogger(SendMessages.class);

  static final int AT_ONCE_MAX = 20;
  static final int ATTEMPTS_MAX = 3;

  /** The provider's list may lag behind what it took. */
  static final Duration LOOK_AFTER = Duration.ofSeconds(20);

  private static final Duration SLOW_DOWN_FIRST = Duration.ofSeconds(2);
  private static final int DOUBLINGS_MAX = 6;

  private final JdbcOutbox outbox;
  private final SmsGateway gateway;
  private final MessageMetrics metrics;
  private final InstantSource clock;
  private volatile boolean stopped;
  private volatile Instant notBefore = Instant.EPOCH;
  private volatile int slowDowns;

  SendMessages(JdbcOutbox outbox, SmsGateway gateway, MessageMetrics metrics, InstantSource clock) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** True when the provider refused the account: nothing is sent until a restart. */
  public boolean isStopped() {
    return stopped;
  }

  /** Every half second or so. Returns how many rows it looked at. */
  public int run() {
    Instant now = clock.instant();
    outbox.expire(now);
    outbox.forgetCrashedSends(now);
    int looked = lookForUnknown(now);
    if (stopped || now.isBefore(notBefore)) {
      return looked;
    }
    List<TextMessage> due =
        outbox.handOut(MessageStatus.QUEUED, MessageStatus.SENDING, now, AT_ONCE_MAX);
    for (TextMessage message : due) {
      if (stopped || clock.instant().isBefore(notBefore)) {
        settle(message, MessageStatus.QUEUED, later(message), null, null);
      } else {
        send(message);
      }
    }
    return looked + due.size();
  }

  private void send(TextMessage message) {
    SmsGateway.SendResult result;
    try {
      result = gateway.send(outgoing(message));
    } catch (RuntimeException bug) {
      LOG.atError().setCause(bug).addKeyValue("messageId", message.messageId()).log("not sent");
      result = new SmsGateway.SendResult.Unknown(); // it may have gone out before it broke
    }
    metrics.sent(result);
    Instant now = clock.instant();
    switch (result) {
      case SmsGateway.SendResult.Accepted accepted -> {
        slowDowns = 0;
        settle(message, MessageStatus.SENT, now, accepted.providerId(), null);
      }
      case SmsGateway.SendResult.Refused refused ->
          settle(message, MessageStatus.FAILED, now, null, refused.errorCode());
      case SmsGateway.SendResult.OptedOut _ -> {
        outbox.noteOptOut(message.messageId(), now);
        settle(message, MessageStatus.FAILED, now, null, "21610");
      }
      case SmsGateway.SendResult.SlowDown _ -> slowDown(message, now);
      case SmsGateway.SendResult.NotAuthorised _ -> {
        stopped = true;
        LOG.atError().log("the text provider refuses our account: no text is sent any more");
        settle(message, MessageStatus.QUEUED, now, null, "20003");
      }
      case SmsGateway.SendResult.Unknown _ ->
          settle(message, MessageStatus.UNKNOWN, now.plus(LOOK_AFTER), null, null);
    }
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // a doubling lost between two senders is no harm
  private void slowDown(TextMessage message, Instant now) {
    long base = SLOW_DOWN_FIRST.toMillis() << Math.min(slowDowns, DOUBLINGS_MAX);
    slowDowns = slowDowns + 1;
    notBefore = now.plusMillis(base + ThreadLocalRandom.current().nextLong(base));
    settle(message, MessageStatus.QUEUED, notBefore, null, "20429");
  }

  private int lookForUnknown(Instant now) {
    List<TextMessage> unknown =
        outbox.handOut(MessageStatus.UNKNOWN, MessageStatus.UNKNOWN, now, AT_ONCE_MAX);
    for (TextMessage message : unknown) {
      SmsGateway.FindResult found =
          gateway.find(outgoing(message), message.createdAt().minusSeconds(60));
      switch (found) {
        case SmsGateway.FindResult.Found there -> {
          settle(message, MessageStatus.SENT, now, there.providerId(), there.errorCode());
          there
              .status()
              .ifPresent(status ->
                  outbox.raise(
                      message.messageId(), status, there.providerId(), there.errorCode(), now));
        }
        case SmsGateway.FindResult.NotThere _ -> sendAgainOrGiveUp(message, now);
        case SmsGateway.FindResult.Unknown _ ->
            settle(message, MessageStatus.UNKNOWN, later(message), null, null);
      }
    }
    return unknown.size();
  }

  /** It is certainly not there: once more, but not for ever and not too late. */
  private void sendAgainOrGiveUp(TextMessage message, Instant now) {
    if (message.notAfter().isBefore(now)) {
      settle(message, MessageStatus.EXPIRED, now, null, null);
    } else if (message.attempts() >= ATTEMPTS_MAX) {
      settle(message, MessageStatus.FAILED, now, null, "NEVER_TAKEN");
    } else {
      settle(message, MessageStatus.QUEUED, now, null, null);
    }
  }

  private Instant later(TextMessage message) {
    return clock.instant().plusSeconds(5L << Math.min(message.attempts(), DOUBLINGS_MAX));
  }

  private void settle(
      TextMessage message,
      MessageStatus status,
      Instant dueAt,
      @Nullable String providerId,
      @Nullable String errorCode) {
    outbox.settle(message.messageId(), status, dueAt, providerId, errorCode, clock.instant());
    LOG.atInfo()
        .addKeyValue("messageId", message.messageId())
        .addKeyValue("status", status)
        .log("a text moved");
  }

  private static SmsGateway.Outgoing outgoing(TextMessage message) {
    if (message.to() == null || message.body() == null) {
      throw new IllegalStateException("a text to send has no number or no body");
    }
    return new SmsGateway.Outgoing(
        message.messageId(), message.to(), message.body(), message.notAfter());
  }
}
