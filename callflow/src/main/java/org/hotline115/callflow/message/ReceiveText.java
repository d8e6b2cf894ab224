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
    return run(new InboundText(providerId, sender, body, clock.instant()));
  }

  /** A text that came in some time ago: whoever reads it sees how old it is. */
  public ReceiveResult run(InboundText text) {
    ReceiveResult result = inbound.note(text);
    metrics.received(result);
    if (result == ReceiveResult.NOTED) {
      wakeReader.run();
    }
    return result;
  }
}
