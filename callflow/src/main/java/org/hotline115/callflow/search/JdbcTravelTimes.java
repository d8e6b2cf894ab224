package org.hotline115.callflow.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Minutes from a commune to a site, computed beforehand: never asked of anybody during a call. */
final class JdbcTravelTimes {

  private static final SqlFile SQL = SqlFile.beside(JdbcTravelTimes.class, "jdbc_travel_times.sql");

  private final Database database;

  JdbcTravelTimes(Database database) {
    this.database = database;
  }

  private record Row(String siteId, TravelMode mode, WayThere way) {}

  /** The best known way to each site that one is known to. */
  Map<String, WayThere> from(String inseeCode) {
    List<Row> rows =
        new ArrayList<>(
            database.with(handle ->
                handle
                    .createQuery(SQL.statement("list_travel_times"))
                    .bind("fromInsee", inseeCode)
                    .map((row, context) -> row(row))
                    .list()));
    rows.sort(Comparator.comparing(Row::mode));
    Map<String, WayThere> best = new HashMap<>();
    rows.forEach(row -> best.putIfAbsent(row.siteId(), row.way()));
    return best;
  }

  private static Row row(ResultSet row) throws SQLException {
    TravelMode mode = TravelMode.valueOf(row.getString("mode"));
    return new Row(
        row.getString("site_id"),
        mode,
        new WayThere(row.getInt("minutes"), mode, null, row.getString("source")));
  }
}
