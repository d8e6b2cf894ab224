package org.hotline115.callflow.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts what becomes of texts, by the name of the result. */
final class MessageMetrics {

  private final MeterRegistry registry;

  MessageMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void sent(SmsGateway.SendResult result) {
    registry
        .counter("callflow_message_sends_total", "outcome", result.getClass().getSimpleName())
        .increment();
  }

  void told(MessageStatus status, boolean news) {
    registry
        .counter(
            "callflow_message_receipts_total",
            "status",
            status.name().toLowerCase(Locale.ROOT),
            "news",
            Boolean.toString(news))
        .increment();
  }
}
