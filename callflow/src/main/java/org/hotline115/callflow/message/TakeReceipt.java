package org.hotline115.callflow.message;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What the provider tells of a text later: taken as often as it comes, the rank only rises. */
public final class TakeReceipt {

  private final JdbcOutbox outbox;
  private final MessageMetrics metrics;
  private final InstantSource clock;

  TakeReceipt(JdbcOutbox outbox, MessageMetrics metrics, InstantSource clock) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** False when it is old news, or of a message that we do not know. */
  public boolean take(
      MessageId id, MessageStatus status, String providerId, @Nullable String errorCode) {
    boolean news = outbox.raise(id, status, providerId, errorCode, clock.instant());
    metrics.told(status, news);
    return news;
  }
}
