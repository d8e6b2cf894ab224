package org.hotline115.callflow.message;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text down and wakes who reads it: the provider is answered before anybody has read.
 * Throws {@code RecordsAway} when it could not be written: the provider then comes again.
 */
public final class ReceiveText {

  private final JdbcInbound inbound;
  private final Runnable wakeReader;
  private final MessageMetrics metrics;
  private final InstantSource clock;

  ReceiveText(
      JdbcInbound inbound, Runnable wakeReader, MessageMetrics metrics, InstantSource clock) {
    this.inbound = inbound;
    this.wakeReader = wakeReader;
    this.metrics = metrics;
    this.clock = clock;
  }

  public ReceiveResult run(String providerId, @Nullable Recipient sender, String body) {
    ReceiveResult result = inbound.note(new InboundText(providerId, sender, body, clock.instant()));
    metrics.received(result);
    if (result == ReceiveResult.NOTED) {
      wakeReader.run();
    }
    return result;
  }
}
