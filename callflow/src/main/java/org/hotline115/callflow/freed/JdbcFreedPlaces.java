package org.hotline115.callflow.freed;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.request.RequestId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Places that came back, in PostgreSQL. One agent takes one, held by the statement's own guard. */
final class JdbcFreedPlaces {

  private static final SqlFile SQL = SqlFile.beside(JdbcFreedPlaces.class, "jdbc_freed_places.sql");

  private static final int LOOKED_AT_ONCE_MAX = 100;

  private final Database database;
  private final JdbcAuditTrail audit;
  private final Departement departement;

  JdbcFreedPlaces(Database database, JdbcAuditTrail audit, Departement departement) {
    this.database = database;
    this.audit = audit;
    this.departement = departement;
  }

  List<FreedPlace> open(NightOf night) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_open"))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .map((row, context) -> freed(row))
            .list());
  }

  Optional<FreedPlace> find(FreedId freedId) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_freed"))
            .bind("freedId", freedId.value())
            .map((row, context) -> freed(row))
            .findOne());
  }

  /** Who decides whose turn it is, with all it needs to know. */
  interface Turns {

    /** Whose turn a place is; empty: nobody's. {@code passed} were tried for it or have another. */
    Optional<RequestId> next(FreedPlace freed, Set<RequestId> passed);

    /** Whether the place is still held by whoever took it. */
    boolean isHeld(FreedPlace freed);
  }

  /** Looks at each open place that no other gateway looks at; tells how many changed. */
  int look(NightOf night, Turns turns, Instant at) {
    return database.inTransaction(handle -> {
      handle.createUpdate(SQL.statement("end_past")).bind("nightOf", night.date()).execute();
      return handle
          .createQuery(SQL.statement("lock_open"))
          .bind("departement", departement.code())
          .bind("nightOf", night.date())
          .bind("most", LOOKED_AT_ONCE_MAX)
          .map((row, context) -> freed(row))
          .list()
          .stream()
          .mapToInt(freed -> look(handle, freed, turns, at))
          .sum();
    });
  }

  private static int look(Handle handle, FreedPlace freed, Turns turns, Instant at) {
    if (freed.status() == FreedPlace.Status.TAKEN) {
      if (isGiven(handle, freed)) {
        return save(handle, freed, FreedPlace.Status.GIVEN, freed.requestId(), freed.proposedAt());
      }
      return turns.isHeld(freed) ? 0 : putBack(handle, freed.freedId());
    }
    @Nullable RequestId next = turns.next(freed, passed(handle, freed.freedId())).orElse(null);
    if (Objects.equals(next, freed.requestId())) {
      return 0;
    }
    return next == null
        ? putBack(handle, freed.freedId())
        : save(handle, freed, FreedPlace.Status.PROPOSED, next, at);
  }

  private static boolean isGiven(Handle handle, FreedPlace freed) {
    HoldId holdId = freed.holdId();
    return holdId != null
        && handle
            .createQuery(SQL.statement("is_given"))
            .bind("holdId", holdId.value())
            .mapTo(Boolean.class)
            .one();
  }

  private static Set<RequestId> passed(Handle handle, FreedId freedId) {
    Set<RequestId> passed = new HashSet<>();
    for (String statement : List.of("list_passed", "list_proposed_elsewhere")) {
      handle
          .createQuery(SQL.statement(statement))
          .bind("freedId", freedId.value())
          .mapTo(UUID.class)
          .forEach(id -> passed.add(new RequestId(id)));
    }
    return passed;
  }

  private static int save(
      Handle handle,
      FreedPlace freed,
      FreedPlace.Status status,
      @Nullable RequestId requestId,
      @Nullable Instant proposedAt) {
    return handle
        .createUpdate(SQL.statement("save_status"))
        .bind("freedId", freed.freedId().value())
        .bind("status", status.name())
        .bind("requestId", requestId == null ? null : requestId.value())
        .bind("proposedAt", proposedAt)
        .execute();
  }

  private static int putBack(Handle handle, FreedId freedId) {
    return handle
        .createUpdate(SQL.statement("put_back"))
        .bind("freedId", freedId.value())
        .execute();
  }

  /** True for one agent only. */
  boolean take(FreedId freedId, HoldId holdId, AgentId agent, Instant at) {
    return database.inTransaction(handle -> {
      boolean taken =
          handle
                  .createUpdate(SQL.statement("take_freed"))
                  .bind("freedId", freedId.value())
                  .bind("holdId", holdId.value())
                  .bind("agent", agent.value())
                  .bind("at", at)
                  .execute()
              == 1;
      if (taken) {
        audit.append(handle, AuditEvent.of(at, agent, "FREED_PLACE_TAKEN", "FREED_PLACE", freedId));
      }
      return taken;
    });
  }

  /** The board did not hold it: it is proposed again. */
  void notHeld(FreedId freedId, HoldId holdId) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("put_back_hold"))
            .bind("freedId", freedId.value())
            .bind("holdId", holdId.value())
            .execute());
  }

  /** Not this household, for this place: the next one's turn. False: it was not theirs. */
  boolean pass(FreedId freedId, RequestId requestId, PassReason reason, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      int passed =
          handle
              .createUpdate(SQL.statement("pass_freed"))
              .bind("freedId", freedId.value())
              .bind("requestId", requestId.value())
              .bind("reason", reason.name())
              .bind("by", by.value())
              .bind("at", at)
              .execute();
      if (passed == 1) {
        putBack(handle, freedId);
        audit.append(handle, AuditEvent.of(at, by, "FREED_PLACE_PASSED", "FREED_PLACE", freedId));
      }
      return passed == 1;
    });
  }

  private static FreedPlace freed(ResultSet row) throws SQLException {
    UUID requestId = row.getObject("request_id", UUID.class);
    UUID holdId = row.getObject("hold_id", UUID.class);
    String takenBy = row.getString("taken_by");
    return new FreedPlace(
        new FreedId(row.getObject("freed_id", UUID.class)),
        new PlaceGroupId(row.getString("place_group_id")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        row.getInt("places"),
        known(row, "freed_at"),
        FreedPlace.Status.valueOf(row.getString("status")),
        requestId == null ? null : new RequestId(requestId),
        instant(row, "proposed_at"),
        holdId == null ? null : new HoldId(holdId),
        takenBy == null ? null : new AgentId(takenBy),
        instant(row, "taken_at"));
  }
}
