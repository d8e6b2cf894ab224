package org.hotline115.callflow.message;

import java.time.InstantSource;

/**
 * Notes what the provider says became of a text. Repeatable, in any order: a status only ever goes
 * up in rank.
 */
public final class TakeReceipt {

  private final JdbcOutbox outbox;
  private final MessageMetrics metrics;
  private final InstantSource clock;

  TakeReceipt(JdbcOutbox outbox, MessageMetrics metrics, InstantSource clock) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.clock = clock;
  }

  public ReceiptResult run(MessageId id, Receipt receipt) {
    ReceiptResult result = outbox.note(id, receipt, clock.instant());
    metrics.receipt(result);
    return result;
  }
}
