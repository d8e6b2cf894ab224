package org.hotline115.callflow.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;

/** The texts, put together. {@link #start} returns at once also when a server is away. */
public final class MessageFeature implements AutoCloseable {

  /** What the texts stand on. */
  public record Ground(
      Database database, Cipher cipher, InstantSource clock, MeterRegistry meters) {}

  /** {@code callBackNumber} is what a neutral text says to call; hours are those of the zone. */
  public record Settings(
      Templates templates,
      DistressWords distress,
      String callBackNumber,
      ZoneId zone,
      AllowedHours allowedHours) {

    /** A number that does not fit its place in every language is refused at the start. */
    public Settings {
      for (String language : templates.languages()) {
        templates.write(
            TemplateCode.BED_OFFER_NEUTRAL,
            language,
            Map.of("arriveBefore", LocalTime.NOON, "callBackNumber", callBackNumber));
      }
    }
  }

  private final SendTexts sendTexts;
  private final MessageWorker worker;
  private final MessageWorker reader;
  private final OfferPlace offerPlace;
  private final ReadMessages readMessages;
  private final TakeReceipt takeReceipt;
  private final JdbcServiceTexts serviceTexts;
  private final JdbcPlannedTexts plannedTexts;
  private final JdbcTextAlerts textAlerts;
  private final ReadInbound readInbound;
  private final ReceiveText receiveText;
  private final RefusedWebhooks refusedWebhooks;
  private final Correspondence correspondence;

  public MessageFeature(Ground ground, Settings settings, SmsGateway gateway) {
    MessageMetrics metrics = new MessageMetrics(ground.meters());
    JdbcAuditTrail audit = new JdbcAuditTrail(ground.database());
    JdbcOutbox outbox = new JdbcOutbox(ground.database(), ground.cipher(), audit);
    this.plannedTexts = new JdbcPlannedTexts(ground.database(), audit);
    JdbcOptOuts optOuts = new JdbcOptOuts(ground.database());
    JdbcInbound inbound = new JdbcInbound(ground.database(), ground.cipher());
    this.sendTexts =
        new SendTexts(
            outbox,
            optOuts,
            gateway,
            metrics,
            new Pace(RandomGenerator.getDefault()),
            settings.allowedHours(),
            ground.clock());
    this.worker = new MessageWorker("outbox", sendTexts::round);
    this.refusedWebhooks =
        new RefusedWebhooks(
            new JdbcRefusedWebhooks(ground.database(), ground.cipher()), metrics, ground.clock());
    this.serviceTexts =
        new JdbcServiceTexts(
            ground.database(), outbox, optOuts, settings.templates(), ground.clock());
    this.textAlerts = new JdbcTextAlerts(ground.database(), ground.cipher(), audit, ground.clock());
    this.readInbound =
        new ReadInbound(
            inbound,
            new WatchForDistress(settings.distress(), textAlerts, metrics),
            new AnswerCommands(
                new JdbcRefusals(ground.database(), optOuts, serviceTexts, audit, ground.clock())),
            metrics,
            ground.clock());
    this.reader = new MessageWorker("inbound texts", readInbound::round);
    this.receiveText = new ReceiveText(inbound, reader::wake, metrics, ground.clock());
    this.offerPlace =
        new OfferPlace(
            new OfferWords(settings.templates(), settings.callBackNumber(), settings.zone()),
            outbox,
            optOuts,
            worker::wake,
            metrics,
            ground.clock());
    this.correspondence =
        new Correspondence(
            new JdbcCorrespondence(ground.database(), ground.cipher()),
            outbox,
            optOuts,
            worker::wake,
            ground.clock());
    this.readMessages = new ReadMessages(new JdbcTextPage(ground.database(), ground.cipher()));
    this.takeReceipt = new TakeReceipt(outbox, metrics, ground.clock());
  }

  /** After the migration. */
  public void start() {
    worker.start();
    reader.start();
  }

  public OfferPlace offerPlace() {
    return offerPlace;
  }

  public ReadMessages readMessages() {
    return readMessages;
  }

  /** Before {@link #start}; handlers are asked in the order in which they came. */
  public void read(TakeInbound handler) {
    readInbound.add(handler);
  }

  public ReceiveText receiveText() {
    return receiveText;
  }

  public RefusedWebhooks refusedWebhooks() {
    return refusedWebhooks;
  }

  /** What somebody and we write to each other. */
  public Correspondence correspondence() {
    return correspondence;
  }

  /** For what the service itself writes. */
  public JdbcServiceTexts serviceTexts() {
    return serviceTexts;
  }

  /** Texts that a person must read. */
  public JdbcTextAlerts textAlerts() {
    return textAlerts;
  }

  /** For what is taken back with an appointment. */
  public JdbcPlannedTexts plannedTexts() {
    return plannedTexts;
  }

  public TakeReceipt takeReceipt() {
    return takeReceipt;
  }

  /** False when the provider refused our credentials: a person must act. */
  public boolean isSending() {
    return !sendTexts.isStopped();
  }

  /** One round of the worker, for whoever does not {@link #start} it; true when more is due. */
  public boolean work() {
    return sendTexts.round();
  }

  /** One inbound text, for whoever does not {@link #start} it; true when there may be more. */
  public boolean readOne() {
    return readInbound.round();
  }

  /** Before the database is closed. */
  @Override
  public void close() {
    reader.close();
    worker.close();
  }
}
