package org.hotline115.callflow.shelter;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/** Who has not answered, read from PostgreSQL in one statement. */
final class JdbcFreshness {

  private static final SqlFile SQL = SqlFile.beside(JdbcFreshness.class, "jdbc_freshness.sql");
  private static final int SHOWN_MAX = 300;

  private record Counts(int groups, int fresh) {}

  private final Database database;
  private final Departement departement;

  JdbcFreshness(Database database, Departement departement) {
    this.database = database;
    this.departement = departement;
  }

  Freshness read(NightOf night, Instant now) {
    return database.with(handle -> {
      Counts counts =
          handle
              .createQuery(SQL.statement("count_fresh"))
              .bind("departement", departement.code())
              .bind("nightOf", night.date())
              .bind("now", now)
              .map((row, context) -> new Counts(row.getInt("total"), row.getInt("fresh")))
              .one();
      List<StaleGroup> stale =
          handle
              .createQuery(SQL.statement("list_stale"))
              .bind("departement", departement.code())
              .bind("nightOf", night.date())
              .bind("now", now)
              .bind("most", SHOWN_MAX)
              .map((row, context) -> stale(row))
              .list();
      return new Freshness(now, counts.groups(), counts.fresh(), stale);
    });
  }

  private static StaleGroup stale(ResultSet row) throws SQLException {
    return new StaleGroup(
        new PlaceGroupId(row.getString("place_group_id")),
        row.getString("site_id"),
        row.getString("site_name"),
        row.getString("name"),
        row.getString("phone"),
        row.getInt("open"),
        row.getInt("free"),
        instant(row, "told_at"),
        row.getString("told_by"),
        code(UpdateSource.class, row.getString("source")),
        instant(row, "stale_since"),
        AskBy.valueOf(row.getString("ask_by")),
        instant(row, "sms_stopped_at"),
        code(AskBy.class, row.getString("asked_by")),
        instant(row, "asked_at"),
        row.getString("text_status"),
        row.getInt("times_asked"));
  }

  private static <E extends Enum<E>> @Nullable E code(Class<E> codes, @Nullable String name) {
    return name == null ? null : Enum.valueOf(codes, name);
  }
}
