package org.hotline115.callflow.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Who still waits tonight, and who goes on waiting the next night, in PostgreSQL. */
final class JdbcWaitingRequests {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcWaitingRequests.class, "jdbc_waiting_requests.sql");

  static final int LISTED_MAX = 2_000;
  private static final int CARRIED_AT_ONCE_MAX = 500;

  private final Database database;
  private final Departement departement;
  private final InstantSource clock;

  JdbcWaitingRequests(Database database, Departement departement, InstantSource clock) {
    this.database = database;
    this.departement = departement;
    this.clock = clock;
  }

  List<ShelterRequest> list(NightOf night) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_waiting"))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .bindArray("stillWaits", String.class, names(UnmetReason::stillWaits))
            .bind("at", clock.instant())
            .bind("most", LISTED_MAX)
            .map((row, context) -> JdbcRequestRows.request(row))
            .list());
  }

  /** Tells how many go on; each goes on once, also when several gateways carry at once. */
  int carry(NightOf night, Instant at) {
    int all = 0;
    int carried;
    do {
      carried =
          database.inTransaction(handle ->
              handle
                  .createUpdate(SQL.statement("carry_requests"))
                  .bind("departement", departement.code())
                  .bind("nightOf", night.date())
                  .bindArray("without", String.class, names(UnmetReason::isANightWithout))
                  .bind("at", at)
                  .bind("most", CARRIED_AT_ONCE_MAX)
                  .execute());
      all += carried;
    } while (carried == CARRIED_AT_ONCE_MAX);
    return all;
  }

  static Object[] names(Predicate<UnmetReason> which) {
    return Arrays.stream(UnmetReason.values()).filter(which).map(Enum::name).toArray();
  }
}
