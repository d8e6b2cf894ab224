package org.hotline115.callflow.message;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/**
 * The texts that came in, in PostgreSQL. {@code SKIP LOCKED} gives each to one gateway, {@code
 * tries} keeps one whose lease ran out from finishing it.
 */
final class JdbcInbound {

  private static final SqlFile SQL = SqlFile.beside(JdbcInbound.class, "jdbc_inbound.sql");

  /** So many from one number within so long are read; the rest is a storm. */
  static final int STORM_MAX = 30;

  static final Duration STORM_WINDOW = Duration.ofMinutes(10);

  /** A text that one gateway alone reads until its lease ends. */
  record ToRead(InboundText text, int tries) {}

  private final Database database;
  private final Cipher cipher;

  JdbcInbound(Database database, Cipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  ReceiveResult note(InboundText text) {
    Recipient sender = text.sender();
    return database.with(handle -> {
      int written =
          handle
              .createUpdate(SQL.statement("insert_inbound"))
              .bind("providerId", text.providerId())
              .bind("senderKey", sender == null ? null : sender.key().hex())
              .bind(
                  "sealedNumber",
                  sender == null
                      ? null
                      : cipher.encrypt(sender.number().e164(), number(text.providerId())))
              .bind("sealedBody", cipher.encrypt(text.body(), body(text.providerId())))
              .bind("at", text.receivedAt())
              .bind("stormHorizon", text.receivedAt().minus(STORM_WINDOW))
              .bind("stormMax", STORM_MAX)
              .execute();
      if (written == 1) {
        return ReceiveResult.NOTED;
      }
      boolean known =
          handle
              .createQuery(SQL.statement("is_known_inbound"))
              .bind("providerId", text.providerId())
              .mapTo(Boolean.class)
              .one();
      return known ? ReceiveResult.KNOWN : ReceiveResult.STORM;
    });
  }

  /** The oldest that nobody reads. */
  Optional<ToRead> handOut(Instant now, Instant leaseEnds) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("hand_out_inbound"))
            .bind("now", now)
            .bind("leaseEnds", leaseEnds)
            .map((row, context) -> toRead(row))
            .findOne());
  }

  private ToRead toRead(ResultSet row) throws SQLException {
    String id = row.getString("provider_id");
    String key = row.getString("sender_key");
    byte[] number = row.getBytes("sealed_number");
    byte[] body = row.getBytes("sealed_body");
    Recipient sender =
        key == null || number == null
            ? null
            : new Recipient(
                new CallerKey(key), new PhoneNumber(cipher.decrypt(number, number(id))));
    return new ToRead(
        new InboundText(
            id,
            sender,
            body == null ? "" : cipher.decrypt(body, body(id)),
            known(row, "received_at")),
        row.getInt("tries"));
  }

  /** How the reading of a text ended. */
  enum End {
    TAKEN,
    KEPT,
    FAILED
  }

  void finish(ToRead read, End end, @Nullable String takenBy) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("finish_inbound"))
            .bind("providerId", read.text().providerId())
            .bind("tries", read.tries())
            .bind("status", end.name())
            .bind("takenBy", takenBy)
            .execute());
  }

  void putBack(ToRead read, Instant dueAt) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("put_back_inbound"))
            .bind("providerId", read.text().providerId())
            .bind("tries", read.tries())
            .bind("dueAt", dueAt)
            .execute());
  }

  static String number(String providerId) {
    return "inbound_text.sealed_number " + providerId;
  }

  static String body(String providerId) {
    return "inbound_text.sealed_body " + providerId;
  }
}
