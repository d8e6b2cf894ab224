package org.hotline115.gateway.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;

/** Texts in PostgreSQL, and a provider that takes each at once. */
final class TextGround implements AutoCloseable {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final String BODY = "Rappel: RDV jeu. 26/11 à 10h00, 5 av. Foch.";

  final Database database = TestServers.database();
  final Cipher cipher = new Cipher(List.of("a secret of thirty-two characters."));
  final Taker provider = new Taker();
  final AtomicInteger numbers = new AtomicInteger();

  /** Takes every text at once, and remembers when. */
  static final class Taker implements SmsGateway {

    final AtomicInteger taken = new AtomicInteger();
    final ConcurrentLinkedQueue<Late> times = new ConcurrentLinkedQueue<>();

    record Late(UUID id, Instant at) {}

    @Override
    public String provider() {
      return "BENCH";
    }

    @Override
    public SendResult send(OutgoingText text) {
      times.add(new Late(text.id().value(), Instant.now()));
      taken.incrementAndGet();
      return new SendResult.Accepted("SM" + text.id());
    }

    @Override
    public FindResult find(OutgoingText text) {
      return new FindResult.Listed(List.of());
    }
  }

  /** Texts that wait for their day; nobody opens them, so their words are none. */
  void future(int many) {
    database.inTransaction(handle -> {
      handle.execute("SET LOCAL statement_timeout = 0");
      return handle.execute(
          """
          INSERT INTO message (message_id, cause, template, language, agent, recipient_key,
            sealed_number, sealed_body, segments, status, created_at, not_after, due_at,
            appointment_id, quiet_zone)
          SELECT gen_random_uuid(), 'FUTURE:' || i, 'APPT_REMINDER_48H', 'fr', 'service',
            lpad(to_hex(i), 64, '0'), '\\x00', '\\x00', 1, 'QUEUED', now(),
            now() + make_interval(days => 3 + i % 180), now() + make_interval(days => 1 + i % 180),
            gen_random_uuid(), 'Europe/Paris'
          FROM generate_series(1, ?) i
          """,
          many);
    });
    database.with(handle -> handle.execute("ANALYZE message"));
  }

  /** One gateway. */
  MessageFeature messages() {
    Path config = Path.of("../config");
    return new MessageFeature(
        new MessageFeature.Ground(
            database, cipher, InstantSource.system(), new SimpleMeterRegistry()),
        new MessageFeature.Settings(
            Templates.read(config.resolve("texts")),
            DistressWords.read(config.resolve("distress.txt")),
            "04 65 71 00 00",
            PARIS,
            AllowedHours.DEFAULT),
        provider);
  }

  /** Texts with real seals, due {@code within} this time from now on, evenly. */
  Map<UUID, Instant> due(int many, Duration within) {
    Map<UUID, Instant> times = new HashMap<>();
    Instant now = Instant.now();
    database.inTransaction(handle -> {
      var batch =
          handle.prepareBatch(
              """
              INSERT INTO message (message_id, cause, template, language, agent, recipient_key,
                sealed_number, sealed_body, segments, status, created_at, not_after, due_at)
              VALUES (:id, 'DUE:' || :id, 'APPT_REMINDER_48H', 'fr', 'service', :key, :number,
                :body, 1, 'QUEUED', :now, :notAfter, :due)
              """);
      for (int each = 0; each < many; each++) {
        UUID id = UUID.randomUUID();
        Instant due = now.plusMillis(within.toMillis() * each / many);
        times.put(id, due);
        batch
            .bind("id", id)
            .bind("key", "%064x".formatted(numbers.incrementAndGet()))
            .bind("number", cipher.encrypt("+33639981278", "message.sealed_number " + id))
            .bind("body", cipher.encrypt(BODY, "message.sealed_body " + id))
            .bind("now", now)
            .bind("notAfter", now.plus(Duration.ofHours(2)))
            .bind("due", due)
            .add();
      }
      return batch.execute().length;
    });
    return times;
  }

  long count(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    database.close();
  }
}
