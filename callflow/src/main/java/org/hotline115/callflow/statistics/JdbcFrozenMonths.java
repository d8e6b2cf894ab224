package org.hotline115.callflow.statistics;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Frozen months in PostgreSQL, all their versions. */
final class JdbcFrozenMonths {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcFrozenMonths.class, "jdbc_frozen_months.sql");

  private final Database database;

  JdbcFrozenMonths(Database database) {
    this.database = database;
  }

  Optional<FrozenMonth> last(YearMonth month) {
    return database.inTransaction(handle ->
        handle
            .createQuery(SQL.statement("last_version"))
            .bind("month", month.toString())
            .map((row, _) ->
                new FrozenMonth(
                    month,
                    row.getInt("version"),
                    known(row, "frozen_at"),
                    row.getString("frozen_by"),
                    row.getString("reason"),
                    figures(handle, month, row.getInt("version"))))
            .findOne());
  }

  private static List<FrozenFigure> figures(Handle handle, YearMonth month, int version) {
    return handle
        .createQuery(SQL.statement("figures_of"))
        .bind("month", month.toString())
        .bind("version", version)
        .map((row, _) -> figure(row))
        .list();
  }

  private static FrozenFigure figure(ResultSet row) throws SQLException {
    double value = row.getDouble("value");
    Double known = row.wasNull() ? null : Double.valueOf(value);
    return new FrozenFigure(
        row.getString("line"),
        row.getString("code"),
        row.getInt("formula_version"),
        known,
        row.getLong("rows_used"),
        row.getLong("rows_excluded"));
  }

  /** False when this version is there already. */
  boolean keep(FrozenMonth month, ZoneId zone, StatisticsSettings settings) {
    return database.inTransaction(handle -> {
      int begun =
          handle
              .createUpdate(SQL.statement("begin_version"))
              .bind("month", month.month().toString())
              .bind("version", month.version())
              .bind("zone", zone.getId())
              .bind("serviceLevel", settings.serviceLevel().toSeconds())
              .bind("at", month.frozenAt().atOffset(ZoneOffset.UTC))
              .bind("by", month.frozenBy())
              .bind("reason", month.reason())
              .execute();
      if (begun == 1) {
        keep(handle, month);
      }
      return begun == 1;
    });
  }

  private static void keep(Handle handle, FrozenMonth month) {
    PreparedBatch batch = handle.prepareBatch(SQL.statement("keep_figure"));
    for (FrozenFigure figure : month.figures()) {
      batch
          .bind("month", month.month().toString())
          .bind("version", month.version())
          .bind("line", figure.line())
          .bind("code", figure.code())
          .bind("formula", figure.formula())
          .bindBySqlType("value", figure.value(), Types.DOUBLE)
          .bind("used", figure.used())
          .bind("excluded", figure.excluded())
          .add();
    }
    batch.execute();
  }
}
