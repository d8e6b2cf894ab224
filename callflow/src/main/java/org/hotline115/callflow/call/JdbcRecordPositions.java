package org.hotline115.callflow.call;

import java.util.Optional;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** The reading positions in PostgreSQL, beside the rows that were made from what was read. */
public final class JdbcRecordPositions implements RecordPositions {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcRecordPositions.class, "jdbc_record_positions.sql");

  private final Database database;

  public JdbcRecordPositions(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Position> of(String source) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_position"))
            .bind("source", source)
            .map(
                (row, _) -> new Position(row.getString("fingerprint"), row.getLong("offset_bytes")))
            .findOne());
  }

  @Override
  public void remember(String source, Position position) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("remember_position"))
            .bind("source", source)
            .bind("fingerprint", position.fingerprint())
            .bind("offset", position.offset())
            .execute());
  }
}
