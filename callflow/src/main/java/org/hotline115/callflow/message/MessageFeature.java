package org.hotline115.callflow.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;

/** Wires the outbox and its sender. */
public final class MessageFeature {

  private final QueueMessage queueMessage;
  private final SendMessages sendMessages;
  private final TakeReceipt takeReceipt;
  private final ReadMessages readMessages;

  /** What the texts stand on. */
  public record Ground(
      Database database, Cipher cipher, InstantSource clock, MeterRegistry meters) {}

  public MessageFeature(Ground ground, Templates templates, SmsGateway gateway) {
    JdbcOutbox outbox = new JdbcOutbox(ground.database(), ground.cipher());
    MessageMetrics metrics = new MessageMetrics(ground.meters());
    this.queueMessage = new QueueMessage(outbox, templates, ground.clock());
    this.sendMessages = new SendMessages(outbox, gateway, metrics, ground.clock());
    this.takeReceipt = new TakeReceipt(outbox, metrics, ground.clock());
    this.readMessages = new ReadMessages(outbox);
  }

  public QueueMessage queueMessage() {
    return queueMessage;
  }

  public SendMessages sendMessages() {
    return sendMessages;
  }

  public TakeReceipt takeReceipt() {
    return takeReceipt;
  }

  public ReadMessages readMessages() {
    return readMessages;
  }
}
