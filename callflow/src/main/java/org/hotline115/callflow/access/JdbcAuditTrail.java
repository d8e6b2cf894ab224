package org.hotline115.callflow.access;

import static org.hotline115.callflow.store.Moments.known;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * The audit trail in PostgreSQL. Each row holds the hash of the row before, so that a row changed
 * or taken out is found by {@link #firstBrokenLink}. One advisory lock orders the writers: append
 * last in a transaction.
 */
public final class JdbcAuditTrail implements AuditTrail {

  private static final SqlFile SQL = SqlFile.beside(JdbcAuditTrail.class, "audit.sql");
  private static final String BEGINNING = "0".repeat(64);

  private record Link(long seq, String hash) {}

  private record Row(long seq, AuditEvent event, String previousHash, String hash) {}

  private final Database database;

  public JdbcAuditTrail(Database database) {
    this.database = database;
  }

  @Override
  public void record(AuditEvent event) {
    database.inTransaction(handle -> {
      append(handle, event);
      return 0;
    });
  }

  /** In the same transaction as the change itself. */
  public void append(Handle handle, AuditEvent event) {
    handle.execute(SQL.statement("lock_chain"));
    Link last =
        handle
            .createQuery(SQL.statement("last_event"))
            .map((row, context) -> new Link(row.getLong("seq"), row.getString("hash")))
            .findOne()
            .orElse(new Link(0, BEGINNING));
    long seq = last.seq() + 1;
    AuditEvent kept = atMicros(event);
    handle
        .createUpdate(SQL.statement("append_event"))
        .bind("seq", seq)
        .bind("at", kept.at())
        .bind("actor", kept.actor())
        .bind("action", kept.action())
        .bind("objectType", kept.objectType())
        .bind("objectId", kept.objectId())
        .bind("callId", kept.callId())
        .bind("previousHash", last.hash())
        .bind("hash", hash(seq, kept, last.hash()))
        .execute();
  }

  /** PostgreSQL keeps microseconds; the hash must be of what is kept. */
  private static AuditEvent atMicros(AuditEvent event) {
    return new AuditEvent(
        event.at().truncatedTo(ChronoUnit.MICROS),
        event.actor(),
        event.action(),
        event.objectType(),
        event.objectId(),
        event.callId());
  }

  private static String hash(long seq, AuditEvent event, String previous) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(HexFormat.of().parseHex(previous));
      String callId = event.callId();
      for (String part :
          List.of(
              Long.toString(seq),
              event.at().toString(),
              event.actor(),
              event.action(),
              event.objectType(),
              event.objectId(),
              callId == null ? "" : callId)) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  /** The number of the first row that does not fit to the one before; empty when all do. */
  public OptionalLong firstBrokenLink() {
    Link last = new Link(0, BEGINNING);
    while (true) {
      List<Row> rows = rowsAfter(last.seq());
      for (Row row : rows) {
        boolean fits =
            row.seq() == last.seq() + 1
                && row.previousHash().equals(last.hash())
                && row.hash().equals(hash(row.seq(), row.event(), last.hash()));
        if (!fits) {
          return OptionalLong.of(row.seq());
        }
        last = new Link(row.seq(), row.hash());
      }
      if (rows.isEmpty()) {
        return OptionalLong.empty();
      }
    }
  }

  private List<Row> rowsAfter(long seq) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("walk_chain"))
            .bind("after", seq)
            .map((row, context) -> row(row))
            .list());
  }

  private static Row row(ResultSet row) throws SQLException {
    Instant at = known(row, "at");
    AuditEvent event =
        new AuditEvent(
            at,
            row.getString("actor"),
            row.getString("action"),
            row.getString("object_type"),
            row.getString("object_id"),
            row.getString("call_id"));
    return new Row(
        row.getLong("seq"), event, row.getString("previous_hash"), row.getString("hash"));
  }
}
