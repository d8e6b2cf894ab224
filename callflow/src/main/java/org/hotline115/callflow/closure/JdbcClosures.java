package org.hotline115.callflow.closure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.board.FigureCause;
import org.hotline115.callflow.board.JdbcOpenPlaces;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.reference.JdbcOwnEntries;
import org.hotline115.callflow.reference.ReferenceList;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * Closures in PostgreSQL, each moved in one transaction with the figures of tonight. The group's
 * row is locked first, always. How many places of a group are closed is added up anew from its
 * closures each time, and a CHECK holds it to the places installed. Every method throws {@link
 * org.hotline115.callflow.store.RecordsAway} when PostgreSQL does not answer: unknown, ask again.
 */
final class JdbcClosures {

  private static final SqlFile SQL = SqlFile.beside(JdbcClosures.class, "jdbc_closures.sql");
  private static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(1);
  private static final int SHOWN_MAX = 500;

  private final Database database;
  private final Departement departement;
  private final JdbcAuditTrail audit;
  private final JdbcOpenPlaces openPlaces = new JdbcOpenPlaces();
  private final ZoneId zone;

  JdbcClosures(Database database, Departement departement, JdbcAuditTrail audit, ZoneId zone) {
    this.database = database;
    this.departement = departement;
    this.audit = audit;
    this.zone = zone;
  }

  /** What a wish to close came to, and the figures it moved. */
  record Moved(CloseResult result, Optional<CapacityState> figures) {}

  /** A closure that is over, and the figures it moved. */
  record Ended(PlaceClosure closure, Optional<CapacityState> figures) {}

  /** A group with a closure whose time had come. */
  record Due(Optional<CapacityState> figures) {}

  Moved close(ClosePlaces.Wish wish, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      if (!lockGroup(handle, wish.placeGroupId())) {
        return unmoved(new CloseResult.NoSuchGroup());
      }
      Optional<PlaceClosure> known = find(handle, wish.closureId());
      if (known.isPresent()) {
        return unmoved(
            known.get().isWhat(wish)
                ? new CloseResult.Closed(known.get())
                : new CloseResult.OtherClosure());
      }
      if (!JdbcOwnEntries.mayStand(
          handle, ReferenceList.CLOSURE_REASON, wish.reason().name(), wish.own())) {
        return unmoved(new CloseResult.NoSuchReason());
      }
      Instant from = wish.fromAt() == null ? at : wish.fromAt();
      boolean now = !from.isAfter(at);
      CapacityState tonight = lockNight(handle, wish.placeGroupId(), at);
      if (wish.places() > (now ? tonight.open() - tonight.occupied() : tonight.open())) {
        return unmoved(new CloseResult.TooMany(tonight.open(), now ? tonight.occupied() : 0));
      }
      add(handle, wish, from, now, new Decision(by, at));
      Optional<CapacityState> figures =
          now ? follow(handle, wish.placeGroupId(), wish.closureId(), by, at) : Optional.empty();
      PlaceClosure closure = find(handle, wish.closureId()).orElseThrow();
      auditing(handle, closure, "PLACES_CLOSED", by, at);
      return new Moved(new CloseResult.Closed(closure), figures);
    });
  }

  private record Decision(AgentId by, Instant at) {}

  private static Moved unmoved(CloseResult result) {
    return new Moved(result, Optional.empty());
  }

  /** Empty when there is no such closure. */
  Optional<Ended> reopen(ClosureId closureId, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      Optional<PlaceClosure> known = find(handle, closureId);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      PlaceGroupId group = known.get().placeGroupId();
      lockGroup(handle, group);
      Optional<CapacityState> figures = Optional.empty();
      if (end(handle, closureId, by, at)) {
        lockNight(handle, group, at);
        figures = follow(handle, group, closureId, by, at);
        auditing(handle, known.get(), "PLACES_REOPENED", by, at);
      }
      return Optional.of(new Ended(find(handle, closureId).orElseThrow(), figures));
    });
  }

  /** Moves all closures of one group that are due; empty when no group has any. */
  Optional<Due> moveDue(Instant at) {
    return database.inTransaction(handle ->
        handle
            .createQuery(SQL.statement("lock_due_group"))
            .bind("departement", departement.code())
            .bind("at", at)
            .mapTo(String.class)
            .findFirst()
            .map(group -> moveDue(handle, new PlaceGroupId(group), at)));
  }

  private Due moveDue(Handle handle, PlaceGroupId group, Instant at) {
    CapacityState tonight = lockNight(handle, group, at);
    int free = tonight.open() - tonight.occupied();
    Optional<CapacityState> figures = Optional.empty();
    for (PlaceClosure closure : due(handle, group, at)) {
      if (closure.status() == PlaceClosure.Status.ACTIVE) {
        end(handle, closure.closureId(), closure.decidedBy(), at);
        free += closure.places();
      } else if (closure.places() <= free) {
        begin(handle, closure.closureId());
        free -= closure.places();
      } else {
        waitLonger(handle, closure.closureId(), closure.places() - free, at);
        continue;
      }
      Optional<CapacityState> followed =
          follow(handle, group, closure.closureId(), closure.decidedBy(), at);
      figures = followed.isPresent() ? followed : figures;
    }
    return new Due(figures);
  }

  private boolean lockGroup(Handle handle, PlaceGroupId group) {
    return handle
        .createQuery(SQL.statement("lock_group"))
        .bind("placeGroupId", group.value())
        .bind("departement", departement.code())
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  private CapacityState lockNight(Handle handle, PlaceGroupId group, Instant at) {
    return openPlaces.lock(handle, group, NightOf.at(at, zone), at);
  }

  /** Adds the closed places up and lets the night follow. */
  private Optional<CapacityState> follow(
      Handle handle, PlaceGroupId group, ClosureId closureId, AgentId by, Instant at) {
    handle
        .createUpdate(SQL.statement("add_up_closed"))
        .bind("placeGroupId", group.value())
        .execute();
    return openPlaces.follow(
        handle, group, NightOf.at(at, zone), new FigureCause(closureId.toString(), by.value(), at));
  }

  private void auditing(
      Handle handle, PlaceClosure closure, String action, AgentId by, Instant at) {
    audit.append(handle, AuditEvent.of(at, by, action, "PLACE_GROUP", closure.placeGroupId()));
  }

  private static void add(
      Handle handle, ClosePlaces.Wish wish, Instant from, boolean now, Decision decision) {
    handle
        .createUpdate(SQL.statement("add_closure"))
        .bind("closureId", wish.closureId().value())
        .bind("placeGroupId", wish.placeGroupId().value())
        .bind("places", wish.places())
        .bind("reason", wish.reason().name())
        .bind("ownCode", wish.own() == null ? null : wish.own().value())
        .bind("fromAt", from)
        .bind("expectedTo", wish.expectedTo())
        .bind("note", wish.note())
        .bind("status", now ? "ACTIVE" : "PLANNED")
        .bind("dueAt", now ? wish.expectedTo() : from)
        .bind("decidedBy", decision.by().value())
        .bind("decidedAt", decision.at())
        .execute();
  }

  private static void begin(Handle handle, ClosureId closureId) {
    handle
        .createUpdate(SQL.statement("begin_closure"))
        .bind("closureId", closureId.value())
        .execute();
  }

  private static boolean end(Handle handle, ClosureId closureId, AgentId by, Instant at) {
    return handle
            .createUpdate(SQL.statement("end_closure"))
            .bind("closureId", closureId.value())
            .bind("by", by.value())
            .bind("at", at)
            .execute()
        == 1;
  }

  private static void waitLonger(Handle handle, ClosureId closureId, int tooMany, Instant at) {
    handle
        .createUpdate(SQL.statement("wait_longer"))
        .bind("closureId", closureId.value())
        .bind("tooMany", tooMany)
        .bind("again", at.plus(TRIED_AGAIN_AFTER))
        .execute();
  }

  private static Optional<PlaceClosure> find(Handle handle, ClosureId closureId) {
    return handle
        .createQuery(SQL.statement("find_closure"))
        .bind("closureId", closureId.value())
        .map((row, context) -> JdbcClosureRow.closure(row))
        .findOne();
  }

  Optional<PlaceClosure> find(ClosureId closureId) {
    return database.with(handle -> find(handle, closureId));
  }

  private static List<PlaceClosure> due(Handle handle, PlaceGroupId group, Instant at) {
    return handle
        .createQuery(SQL.statement("list_due"))
        .bind("placeGroupId", group.value())
        .bind("at", at)
        .map((row, context) -> JdbcClosureRow.closure(row))
        .list();
  }

  /** What is closed or will be, and what ended since; the newest decision first. */
  List<PlaceClosure> list(Instant endedSince) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_closures"))
            .bind("departement", departement.code())
            .bind("endedSince", endedSince)
            .bind("most", SHOWN_MAX)
            .map((row, context) -> JdbcClosureRow.closure(row))
            .list());
  }
}
