package org.hotline115.callflow.message;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Both sides of a correspondence, from the texts that came in and those that went out. */
final class JdbcCorrespondence {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcCorrespondence.class, "jdbc_correspondence.sql");

  private final Database database;
  private final Cipher cipher;

  JdbcCorrespondence(Database database, Cipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  List<Correspondence.Line> since(CallerKey person, Instant moment) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("correspondence_since"))
            .bind("person", person.hex())
            .bind("since", moment)
            .map((row, context) -> line(row))
            .list());
  }

  private Correspondence.Line line(ResultSet row) throws SQLException {
    boolean ours = row.getBoolean("ours");
    byte[] sealed = row.getBytes("sealed_body");
    String id = row.getString("id");
    String context =
        ours ? JdbcOutbox.body(new MessageId(UUID.fromString(id))) : JdbcInbound.body(id);
    String words = sealed == null ? "" : cipher.decrypt(sealed, context);
    return new Correspondence.Line(
        ours,
        known(row, "at"),
        words,
        words.isEmpty() ? 0 : Segments.of(words).count(),
        row.getString("status"));
  }
}
