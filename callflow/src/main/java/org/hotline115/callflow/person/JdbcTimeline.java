package org.hotline115.callflow.person;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/**
 * What other features wrote of a person, read from their tables in one question: a timeline on a
 * screen at night is one round trip. Writes nothing.
 */
final class JdbcTimeline {

  private static final SqlFile SQL = SqlFile.beside(JdbcTimeline.class, "jdbc_timeline.sql");

  private final Database database;

  JdbcTimeline(Database database) {
    this.database = database;
  }

  Timeline of(PersonId id) {
    List<Timeline.Entry> entries =
        database.with(handle ->
            handle
                .createQuery(SQL.statement("read_timeline"))
                .bind("personId", id.value())
                .bind("most", Timeline.SHOWN_MAX + 1)
                .map((row, context) -> entry(row))
                .list());
    boolean more = entries.size() > Timeline.SHOWN_MAX;
    return new Timeline(more ? entries.subList(0, Timeline.SHOWN_MAX) : entries, more);
  }

  private static Timeline.Entry entry(ResultSet row) throws SQLException {
    return new Timeline.Entry(
        Timeline.Kind.valueOf(row.getString("kind")),
        row.getString("id"),
        known(row, "at"),
        row.getString("status"),
        List.of((String[]) row.getArray("about").getArray()),
        row.getString("place"),
        row.getString("night_of"));
  }
}
