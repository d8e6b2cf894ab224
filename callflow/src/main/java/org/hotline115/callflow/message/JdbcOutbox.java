package org.hotline115.callflow.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/** The outbox in PostgreSQL. Several senders may take from it at once: SKIP LOCKED. */
final class JdbcOutbox {

  private static final SqlFile SQL = SqlFile.beside(JdbcOutbox.class, "outbox.sql");

  /** One that was handed out and not settled within this was lost with its sender. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** A row to be written once for its cause. */
  record Draft(
      MessageId id,
      UUID causeId,
      TemplateCode code,
      @Nullable CallerKey toKey,
      @Nullable PhoneNumber to,
      @Nullable String body,
      MessageStatus status,
      AgentId causedBy,
      Instant at,
      Instant notAfter) {}

  private final Database database;
  private final Cipher cipher;

  JdbcOutbox(Database database, Cipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /** What stands there for the cause, now or from before. */
  TextMessage insertOnce(Draft draft) {
    PhoneNumber to = draft.to();
    String body = draft.body();
    CallerKey key = draft.toKey();
    return database.inTransaction(handle -> {
      handle
          .createUpdate(SQL.statement("insert_message"))
          .bind("messageId", draft.id().value())
          .bind("causeId", draft.causeId())
          .bind("templateCode", draft.code().name())
          .bind("toKey", key == null ? null : key.hex())
          .bind("toCipher", to == null ? null : cipher.encrypt(to.e164(), "to " + draft.id()))
          .bind("bodyCipher", body == null ? null : cipher.encrypt(body, "body " + draft.id()))
          .bind("segments", body == null ? 0 : Segments.of(body).count())
          .bind("status", draft.status().name())
          .bind("rank", draft.status().rank())
          .bind("causedBy", draft.causedBy().value())
          .bind("at", draft.at())
          .bind("notAfter", draft.notAfter())
          .execute();
      return handle
          .createQuery(SQL.statement("message_of_cause"))
          .bind("causeId", draft.causeId())
          .bind("templateCode", draft.code().name())
          .map((row, _) -> message(row))
          .one();
    });
  }

  boolean isOptedOut(CallerKey key) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("is_opted_out"))
            .bind("toKey", key.hex())
            .mapTo(Integer.class)
            .one())
        > 0;
  }

  void noteOptOut(MessageId id, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("note_opt_out"))
            .bind("messageId", id.value())
            .bind("at", at)
            .execute());
  }

  /** Takes due rows; nobody else gets them until the lease ends. */
  List<TextMessage> handOut(MessageStatus status, MessageStatus taken, Instant now, int limit) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("hand_out"))
            .bind("status", status.name())
            .bind("taken", taken.name())
            .bind("takenRank", taken.rank())
            .bind("now", now)
            .bind("leaseEnd", now.plus(LEASE))
            .bind("limit", limit)
            .map((row, _) -> message(row))
            .list());
  }

  /** After a try of ours. */
  void settle(
      MessageId id,
      MessageStatus status,
      Instant dueAt,
      @Nullable String providerId,
      @Nullable String errorCode,
      Instant at) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("settle"))
            .bind("messageId", id.value())
            .bind("status", status.name())
            .bind("rank", status.rank())
            .bind("dueAt", dueAt)
            .bind("providerId", providerId)
            .bind("errorCode", errorCode)
            .bind("at", at)
            .execute());
  }

  /** What the provider tells. False when it is old news or of another message. */
  boolean raise(
      MessageId id, MessageStatus status, String providerId, @Nullable String error, Instant at) {
    return database.with(handle ->
        handle
            .createUpdate(SQL.statement("raise_status"))
            .bind("messageId", id.value())
            .bind("status", status.name())
            .bind("rank", status.rank())
            .bind("providerId", providerId)
            .bind("errorCode", error)
            .bind("at", at)
            .execute())
        == 1;
  }

  int expire(Instant now) {
    return database.with(
        handle -> handle.createUpdate(SQL.statement("expire_messages")).bind("now", now).execute());
  }

  int forgetCrashedSends(Instant now) {
    return database.with(handle ->
        handle
            .createUpdate(SQL.statement("forget_crashed_sends"))
            .bind("now", now)
            .bind("horizon", now.minus(LEASE))
            .execute());
  }

  Optional<TextMessage> find(MessageId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_message"))
            .bind("messageId", id.value())
            .map((row, _) -> message(row))
            .findOne());
  }

  List<TextMessage> list(@Nullable AgentId causedBy) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_messages"))
            .bind("causedBy", causedBy == null ? null : causedBy.value())
            .map((row, _) -> message(row))
            .list());
  }

  private TextMessage message(ResultSet row) throws SQLException {
    MessageId id = new MessageId(row.getObject("message_id", UUID.class));
    byte[] to = row.getBytes("to_cipher");
    byte[] body = row.getBytes("body_cipher");
    OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
    return new TextMessage(
        id,
        TemplateCode.valueOf(row.getString("template_code")),
        to == null ? null : new PhoneNumber(cipher.decrypt(to, "to " + id)),
        body == null ? null : cipher.decrypt(body, "body " + id),
        row.getInt("segments"),
        MessageStatus.valueOf(row.getString("status")),
        row.getInt("attempts"),
        new AgentId(row.getString("caused_by")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("not_after", OffsetDateTime.class).toInstant(),
        sentAt == null ? null : sentAt.toInstant(),
        row.getString("error_code"));
  }
}
