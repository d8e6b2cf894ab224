package org.hotline115.callflow.message;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the texts count; the tag {@code outcome} is the name of the result. */
public final class MessageMetrics {

  private final MeterRegistry registry;

  public MessageMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void offered(OfferResult result) {
    registry.counter("callflow_message_offered_total", "outcome", result.name()).increment();
  }

  void tried(SendResult result, Duration took) {
    registry
        .timer("callflow_message_send_seconds", "outcome", result.getClass().getSimpleName())
        .record(took);
  }

  void lookedFor(FindResult result) {
    registry
        .counter("callflow_message_find_total", "outcome", result.getClass().getSimpleName())
        .increment();
  }

  void receipt(ReceiptResult result) {
    registry.counter("callflow_message_receipt_total", "outcome", result.name()).increment();
  }

  void received(ReceiveResult result) {
    registry.counter("callflow_message_inbound_total", "outcome", result.name()).increment();
  }

  void webhookKept() {
    registry.counter("callflow_message_refused_kept_total").increment();
  }

  /** {@code by}: the handler that took it, NOBODY, or FAILED. */
  void read(String by) {
    registry.counter("callflow_message_read_total", "by", by).increment();
  }

  /** Words after which a person must read. */
  void distress() {
    registry.counter("callflow_message_distress_total").increment();
  }

  void sentAgain() {
    registry.counter("callflow_message_sent_again_total").increment();
  }

  void expired(int messages) {
    registry.counter("callflow_message_expired_total").increment(messages);
  }

  /** Queued, and then somebody said that the telephone is not safe. */
  void withheld(int messages) {
    registry.counter("callflow_message_withheld_total").increment(messages);
  }

  /** Due while nobody worked: the provider is asked before they are sent. */
  void doubted(int messages) {
    registry.counter("callflow_message_doubted_total").increment(messages);
  }

  /** A lease ran out: a gateway ended between the hand-out and the answer. */
  void lapsed(int messages) {
    registry.counter("callflow_message_lapsed_total").increment(messages);
  }

  void watch(BooleanSupplier stopped) {
    Gauge.builder("callflow_message_stopped", () -> stopped.getAsBoolean() ? 1 : 0)
        .register(registry);
  }
}
