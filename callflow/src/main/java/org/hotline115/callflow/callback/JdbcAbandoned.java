package org.hotline115.callflow.callback;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Who gave up, from the rows of calls. */
final class JdbcAbandoned {

  private static final SqlFile SQL = SqlFile.beside(JdbcAbandoned.class, "jdbc_abandoned.sql");

  private final Database database;

  JdbcAbandoned(Database database) {
    this.database = database;
  }

  /** From the oldest place in the order on. */
  List<Abandoned> since(Instant since) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("abandoned_since"))
            .bind("since", since.atOffset(ZoneOffset.UTC))
            .map((row, _) -> abandoned(row))
            .list()
            .stream()
            .sorted(Comparator.comparing(Abandoned::rankAt))
            .toList());
  }

  /** What was promised to a call already. */
  Optional<CallbackId> promisedTo(CallId call) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("promised_to"))
            .bind("callId", call.linkedid())
            .mapTo(Long.class)
            .findOne()
            .map(CallbackId::new));
  }

  private static Abandoned abandoned(ResultSet row) throws SQLException {
    String language = row.getString("language");
    Instant rang = known(row, "received_at");
    Instant rank = instant(row, "rank_at");
    return new Abandoned(
        new CallId(row.getString("call_id")),
        row.getString("line"),
        row.getString("queue"),
        new CallerKey(row.getString("caller_key")),
        language == null ? Language.FR.code() : language,
        rang,
        rank == null ? rang : rank,
        row.getLong("wait_seconds"),
        row.getInt("calls"));
  }
}
