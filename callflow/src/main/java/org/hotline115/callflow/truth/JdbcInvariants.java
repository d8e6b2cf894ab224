package org.hotline115.callflow.truth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** The invariants as statements, and what puts a broken row right. */
final class JdbcInvariants {

  private static final SqlFile SQL = SqlFile.beside(JdbcInvariants.class, "jdbc_invariants.sql");

  private final Database database;
  private final Departement departement;

  JdbcInvariants(Database database, Departement departement) {
    this.database = database;
    this.departement = departement;
  }

  /** Everything that breaks an invariant in one night. */
  List<Breach> breaches(NightOf night) {
    return database.with(handle -> {
      List<Breach> found = new ArrayList<>();
      for (BoardInvariant invariant : BoardInvariant.values()) {
        found.addAll(breaches(handle, invariant, night));
      }
      return found;
    });
  }

  private List<Breach> breaches(Handle handle, BoardInvariant invariant, NightOf night) {
    return handle
        .createQuery(SQL.statement(invariant.name().toLowerCase(Locale.ROOT)))
        .bind("departement", departement.code())
        .bind("nightOf", night.date())
        .map((row, context) -> breach(invariant, night, row))
        .list();
  }

  private static Breach breach(BoardInvariant invariant, NightOf night, ResultSet row)
      throws SQLException {
    return new Breach(
        invariant,
        new PlaceGroupId(row.getString("place_group_id")),
        night,
        row.getInt("found"),
        row.getInt("expected"));
  }

  /** Sets the row to what its sources say now; false where that is no figure's to decide. */
  boolean repair(Handle handle, BoardAlarm alarm, AgentId by, Instant at) {
    Optional<String> statement =
        switch (BoardInvariant.valueOf(alarm.what())) {
          case OPEN_IS_INSTALLED_LESS_CLOSED -> Optional.of("repair_open");
          case PROMISED_IS_PLACED -> Optional.of("repair_promised");
          case OCCUPIED_IS_JOURNALLED -> Optional.of("repair_journal");
          case PLACED_IS_CONVERTED -> Optional.of("repair_converted");
          case NEVER_MORE_THAN_OPEN, CONVERTED_IS_PLACED, A_HOLD_ENDS_ONCE -> Optional.empty();
        };
    NightOf night = alarm.nightOf();
    if (statement.isEmpty() || night == null) {
      return false;
    }
    handle
        .createUpdate(SQL.statement(statement.get()))
        .bind("departement", departement.code())
        .bind("placeGroupId", alarm.placeGroupId().value())
        .bind("nightOf", night.date())
        .bind("causeId", "alarm " + alarm.alarmId())
        .bind("byWhom", by.value())
        .bind("at", at)
        .execute();
    return true;
  }
}
