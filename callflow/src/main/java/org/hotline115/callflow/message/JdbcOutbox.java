package org.hotline115.callflow.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.JdbcNumberSafety;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The texts in PostgreSQL. {@code due_at} says when somebody must look at a row next; {@code SKIP
 * LOCKED} gives each row to one gateway, {@code tries} keeps one whose lease ran out from writing
 * over the next.
 */
final class JdbcOutbox {

  private static final SqlFile SQL = SqlFile.beside(JdbcOutbox.class, "jdbc_outbox.sql");

  private final Database database;
  private final Cipher cipher;
  private final JdbcAuditTrail audit;
  private final JdbcHandedOut rows;
  private final JdbcNumberSafety safety = new JdbcNumberSafety();

  JdbcOutbox(Database database, Cipher cipher, JdbcAuditTrail audit) {
    this.database = database;
    this.cipher = cipher;
    this.rows = new JdbcHandedOut(cipher);
    this.audit = audit;
  }

  /** Writes it down unless its cause has a text; the status of the one that is kept. */
  MessageStatus put(NewMessage message) {
    return database.inTransaction(handle -> put(handle, message));
  }

  /** The same in somebody's transaction, and last in it: the audit trail is locked from here on. */
  MessageStatus put(Handle handle, NewMessage message) {
    return write(
        handle, safety.mayText(handle, message.recipient().key()) ? message : message.withheld());
  }

  private MessageStatus write(Handle handle, NewMessage message) {
    Occasion occasion = message.occasion();
    ZoneId zone = occasion == null ? null : occasion.quietZone();
    int written =
        handle
            .createUpdate(SQL.statement("insert_message"))
            .bind("messageId", message.id().value())
            .bind("cause", message.cause())
            .bind("template", message.template())
            .bind("language", message.language())
            .bind("contactId", message.contactId())
            .bind("placementId", message.placementId())
            .bind("agent", message.by().value())
            .bind("recipientKey", message.recipient().key().hex())
            .bind(
                "sealedNumber",
                cipher.encrypt(message.recipient().number().e164(), number(message.id())))
            .bind("sealedBody", sealedBody(message))
            .bind("segments", message.segments())
            .bind("status", message.status())
            .bind("createdAt", message.createdAt())
            .bind("notAfter", message.notAfter())
            .bind("dueAt", message.status() == MessageStatus.QUEUED ? message.dueAt() : null)
            .bind("appointmentId", occasion == null ? null : occasion.appointmentId())
            .bind("quietZone", zone == null ? null : zone.getId())
            .execute();
    if (written == 1) {
      audit.append(
          handle,
          AuditEvent.of(
              message.createdAt(),
              message.by(),
              "TEXT_" + message.status(),
              "MESSAGE",
              message.id()));
      return message.status();
    }
    return handle
        .createQuery(SQL.statement("find_status_of_cause"))
        .bind("cause", message.cause())
        .mapTo(MessageStatus.class)
        .one();
  }

  private byte @Nullable [] sealedBody(NewMessage message) {
    return message.body().isEmpty() ? null : cipher.encrypt(message.body(), body(message.id()));
  }

  /** What a sealed number is bound to. */
  static String number(MessageId id) {
    return "message.sealed_number " + id;
  }

  static String body(MessageId id) {
    return "message.sealed_body " + id;
  }

  /** How many are not sent because somebody said since that the telephone is not safe. */
  int withholdUnsafe(Instant now) {
    return database.with(
        handle -> handle.createUpdate(SQL.statement("withhold_unsafe")).bind("now", now).execute());
  }

  /** How many were given up because their moment has passed. */
  int expire(Instant now) {
    return database.with(
        handle -> handle.createUpdate(SQL.statement("expire_messages")).bind("now", now).execute());
  }

  /**
   * How many are looked for before they are sent: they were due while nobody worked, and these may
   * be the records of yesterday, brought back.
   */
  int doubt(Instant dueBefore) {
    return database.with(handle ->
        handle.createUpdate(SQL.statement("doubt_due")).bind("dueBefore", dueBefore).execute());
  }

  /** How many are unknown now because their gateway said nothing until the end of its lease. */
  int lapse(Instant now) {
    return database.with(
        handle -> handle.createUpdate(SQL.statement("lapse_leases")).bind("now", now).execute());
  }

  /** The next to send; they are ours alone until {@code leaseEnds}. */
  List<HandedOut> handOutDue(Instant now, Instant leaseEnds, int limit) {
    return handOut("hand_out_due", now, leaseEnds, limit);
  }

  /** The next to look for at the provider. */
  List<HandedOut> handOutUnknown(Instant now, Instant leaseEnds, int limit) {
    return handOut("hand_out_unknown", now, leaseEnds, limit);
  }

  private List<HandedOut> handOut(String statement, Instant now, Instant leaseEnds, int limit) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement(statement))
            .bind("now", now)
            .bind("leaseEnds", leaseEnds)
            .bind("limit", limit)
            .map((row, context) -> rows.handedOut(row))
            .list());
  }

  /** What became of a row. {@code provider} and {@code providerId} only ever fill a gap. */
  record Fate(
      MessageStatus status,
      @Nullable String provider,
      @Nullable String providerId,
      @Nullable String errorCode) {}

  /** False when its status had that rank already, or it is another text at the provider. */
  boolean advance(MessageId id, Fate fate, Instant at) {
    return database.with(handle ->
        handle
                .createUpdate(SQL.statement("advance_message"))
                .bind("messageId", id.value())
                .bind("status", fate.status())
                .bind("provider", fate.provider())
                .bind("providerId", fate.providerId())
                .bind("errorCode", fate.errorCode())
                .bind("sentAt", fate.status().hasLeft() ? at : null)
                .bind("lower", array(fate.status().lower()))
                .execute()
            == 1);
  }

  /** As PostgreSQL writes an array. */
  private static String array(List<MessageStatus> statuses) {
    return statuses.stream().map(Enum::name).collect(Collectors.joining(",", "{", "}"));
  }

  ReceiptResult note(MessageId id, Receipt receipt, Instant at) {
    Fate told = new Fate(receipt.status(), null, receipt.providerId(), receipt.errorCode());
    if (advance(id, told, at)) {
      return ReceiptResult.NOTED;
    }
    Optional<Fate> kept = fate(id);
    if (kept.isEmpty()) {
      return ReceiptResult.NO_SUCH_MESSAGE;
    }
    String knownId = kept.get().providerId();
    return knownId == null || knownId.equals(receipt.providerId())
        ? ReceiptResult.NOTHING_NEW
        : ReceiptResult.OTHER_TEXT;
  }

  private Optional<Fate> fate(MessageId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_fate"))
            .bind("messageId", id.value())
            .map((row, context) ->
                new Fate(
                    MessageStatus.valueOf(row.getString("status")),
                    null,
                    row.getString("provider_id"),
                    null))
            .findOne());
  }

  /** Not accepted for now: once more at {@code dueAt}. */
  void putBack(HandedOut message, @Nullable String errorCode, Instant dueAt) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("put_back"))
            .bind("messageId", message.id().value())
            .bind("tries", message.tries())
            .bind("errorCode", errorCode)
            .bind("dueAt", dueAt)
            .execute());
  }

  /** Not tried at all: its hour is not allowed. */
  void keepUntil(HandedOut message, Instant dueAt) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("keep_until"))
            .bind("messageId", message.id().value())
            .bind("tries", message.tries())
            .bind("dueAt", dueAt)
            .execute());
  }

  void markUnknown(HandedOut message, String errorCode, Instant now, Instant lookAt) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("mark_unknown"))
            .bind("messageId", message.id().value())
            .bind("tries", message.tries())
            .bind("errorCode", errorCode)
            .bind("now", now)
            .bind("dueAt", lookAt)
            .execute());
  }

  /** Null for never: a person sees it on the page of texts. */
  void lookAgain(HandedOut message, @Nullable Instant dueAt) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("look_again"))
            .bind("messageId", message.id().value())
            .bind("dueAt", dueAt)
            .execute());
  }

  /** False when it was sent again before. */
  boolean sendAgain(HandedOut message, Instant now) {
    return database.with(handle ->
        handle
                .createUpdate(SQL.statement("send_again"))
                .bind("messageId", message.id().value())
                .bind("now", now)
                .execute()
            == 1);
  }

  static MessageId id(ResultSet row) throws SQLException {
    return new MessageId(row.getObject("message_id", UUID.class));
  }
}
