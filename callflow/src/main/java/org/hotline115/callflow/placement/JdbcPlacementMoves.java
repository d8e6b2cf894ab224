package org.hotline115.callflow.placement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.board.FigureCause;
import org.hotline115.callflow.board.JdbcBoardRecords;
import org.hotline115.callflow.board.JdbcReturnedPlaces;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Moves of placements in PostgreSQL: the row, its history, the figures of the night and the audit
 * row in one transaction. The placement's row is locked first, then the night's, the audit chain
 * last. Every method throws {@link org.hotline115.callflow.store.RecordsAway} when PostgreSQL does
 * not answer: unknown, say it again.
 */
final class JdbcPlacementMoves {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcPlacementMoves.class, "jdbc_placement_moves.sql");

  private final Database database;
  private final JdbcReturnedPlaces places;
  private final JdbcAuditTrail audit;
  private final Departement departement;

  JdbcPlacementMoves(
      Database database, JdbcReturnedPlaces places, JdbcAuditTrail audit, Departement departement) {
    this.database = database;
    this.places = places;
    this.audit = audit;
    this.departement = departement;
  }

  /** A result, and tonight's figures when they moved with it. */
  record Done(MoveResult result, Optional<CapacityState> tonight) {

    private static Done without(MoveResult result) {
      return new Done(result, Optional.empty());
    }
  }

  Done move(MoveCommand command, Instant at) {
    try {
      return database.inTransaction(handle -> move(handle, command, at));
    } catch (RuntimeException e) {
      if (JdbcBoardRecords.isNoPlaceLeft(e)) {
        return database.with(handle -> Done.without(noPlaceLeft(handle, command)));
      }
      throw e;
    }
  }

  /** Who drives them, with the audit row of the opened address; false: they are not expected. */
  boolean isDriven(PlacementId placementId, Driver driver, AgentId by, Instant at) {
    return database.inTransaction(handle -> {
      boolean expected =
          handle
                  .createUpdate(SQL.statement("set_transport"))
                  .bind("placementId", placementId.value())
                  .bind("transport", driver.name())
                  .execute()
              == 1;
      if (expected) {
        audit.append(
            handle,
            AuditEvent.of(at, by, "ADDRESS_OPENED_FOR_" + driver, "PLACEMENT", placementId));
      }
      return expected;
    });
  }

  private static MoveResult noPlaceLeft(Handle handle, MoveCommand command) {
    return JdbcPlacements.read(handle, command.placementId())
        .<MoveResult>map(MoveResult.NoPlaceLeft::new)
        .orElseGet(MoveResult.NoSuchPlacement::new);
  }

  private Done move(Handle handle, MoveCommand command, Instant at) {
    Optional<Placement> locked = lock(handle, command.placementId());
    if (locked.isEmpty()) {
      return Done.without(new MoveResult.NoSuchPlacement());
    }
    Placement placement = locked.get();
    Optional<UUID> known = known(handle, command.moveId());
    if (known.isPresent()) {
      return Done.without(
          known.get().equals(placement.placementId().value())
              ? new MoveResult.Moved(placement)
              : new MoveResult.NotPossible(placement));
    }
    Optional<PlacementStatus> after = placement.status().after(command.move());
    if (after.isEmpty()) {
      return Done.without(
          wanted(command.move()).filter(placement.status()::equals).isPresent()
              ? new MoveResult.AlreadySo(placement)
              : new MoveResult.NotPossible(placement));
    }
    return moved(handle, placement, after.get(), command, at);
  }

  /** Where a move leads from wherever it starts; undoing depends on it. */
  private static Optional<PlacementStatus> wanted(PlacementMove move) {
    return switch (move) {
      case PlacementMove.Overdue _ -> Optional.of(PlacementStatus.TO_CHECK);
      case PlacementMove.Arrived _ -> Optional.of(PlacementStatus.ARRIVED);
      case PlacementMove.DidNotCome _ -> Optional.of(PlacementStatus.NO_SHOW);
      case PlacementMove.Cancelled _ -> Optional.of(PlacementStatus.CANCELLED);
      case PlacementMove.Left _ -> Optional.of(PlacementStatus.ENDED);
      case PlacementMove.ComesLater _, PlacementMove.TakenBack _ -> Optional.empty();
    };
  }

  private Done moved(
      Handle handle, Placement before, PlacementStatus after, MoveCommand command, Instant at) {
    Placement placement = save(handle, before, after, command, at);
    Optional<CapacityState> tonight = follow(handle, before, after, command, at);
    audit.append(
        handle,
        new AuditEvent(
            at,
            command.by(),
            "PLACEMENT_" + command.move().code() + "_BY_" + command.source(),
            "PLACEMENT",
            command.placementId().toString(),
            null));
    return new Done(new MoveResult.Moved(placement), tonight);
  }

  private static Placement save(
      Handle handle, Placement before, PlacementStatus after, MoveCommand command, Instant at) {
    handle
        .createUpdate(SQL.statement("add_move"))
        .bind("moveId", command.moveId())
        .bind("placementId", command.placementId().value())
        .bind("before", before.status().name())
        .bind("after", after.name())
        .bind("source", command.source().name())
        .bind("byWhom", command.by())
        .bind("at", at)
        .execute();
    PlacementMove.@Nullable Left left =
        command.move() instanceof PlacementMove.Left said ? said : null;
    @Nullable Instant arriveBefore =
        command.move() instanceof PlacementMove.ComesLater later ? later.arriveBefore() : null;
    return handle
        .createQuery(SQL.statement("move_placement"))
        .bind("placementId", command.placementId().value())
        .bind("before", before.status().name())
        .bind("after", after.name())
        .bind("arriveBefore", arriveBefore)
        .bind("exitReason", left == null ? null : left.reason().name())
        .bind("exitDestination", left == null ? null : left.destination().name())
        .bind("source", command.source().name())
        .bind("byWhom", command.by())
        .bind("at", at)
        .map((row, context) -> JdbcPlacements.placement(row))
        .one();
  }

  /** The figures of the night follow; empty when they stay as they are. */
  private Optional<CapacityState> follow(
      Handle handle, Placement before, PlacementStatus after, MoveCommand command, Instant at) {
    if (before.status().keepsPlaces() == after.keepsPlaces()) {
      return Optional.empty();
    }
    JdbcReturnedPlaces.Places moved =
        new JdbcReturnedPlaces.Places(before.placeGroupId(), before.nightOf(), before.places());
    FigureCause cause = new FigureCause(command.moveId().toString(), command.by(), at);
    Optional<CapacityState> tonight = move(handle, before.status(), after, moved, cause);
    tonight.ifPresent(figures -> tellWhoWaits(handle, after, command, figures, at));
    return tonight;
  }

  private Optional<CapacityState> move(
      Handle handle,
      PlacementStatus before,
      PlacementStatus after,
      JdbcReturnedPlaces.Places moved,
      FigureCause cause) {
    if (after == PlacementStatus.ENDED) {
      return places.leave(handle, moved, cause);
    }
    if (before == PlacementStatus.ENDED) {
      return places.stay(handle, moved, cause);
    }
    return after.keepsPlaces()
        ? places.takeAgain(handle, moved, cause)
        : places.giveBack(handle, moved, cause);
  }

  private static void tellWhoWaits(
      Handle handle,
      PlacementStatus after,
      MoveCommand command,
      CapacityState tonight,
      Instant at) {
    if (after.keepsPlaces()) {
      handle
          .createUpdate(SQL.statement("forget_freed_place"))
          .bind("placementId", command.placementId().value())
          .execute();
    } else {
      handle
          .createUpdate(SQL.statement("add_freed_place"))
          .bind("moveId", command.moveId())
          .bind("placementId", command.placementId().value())
          .bind("tonight", tonight.nightOf().date())
          .bind("at", at)
          .execute();
    }
  }

  /** Marks at most so many whose hour is past; the machine asks, people decide. */
  List<Placement> markOverdue(Instant horizon, int most, Ids ids, Instant at) {
    return database.inTransaction(handle ->
        handle
            .createQuery(SQL.statement("lock_overdue"))
            .bind("departement", departement.code())
            .bind("horizon", horizon)
            .bind("most", most)
            .map((row, context) -> JdbcPlacements.placement(row))
            .list()
            .stream()
            .map(placement -> overdue(handle, placement, ids.next(), at))
            .toList());
  }

  private Placement overdue(Handle handle, Placement placement, UUID moveId, Instant at) {
    MoveCommand command =
        new MoveCommand(
            moveId,
            placement.placementId(),
            new PlacementMove.Overdue(),
            MoveSource.SYSTEM,
            "system");
    return moved(handle, placement, PlacementStatus.TO_CHECK, command, at).result()
            instanceof MoveResult.Moved moved
        ? moved.placement()
        : placement;
  }

  private static Optional<Placement> lock(Handle handle, PlacementId placementId) {
    return handle
        .createQuery(SQL.statement("lock_placement"))
        .bind("placementId", placementId.value())
        .map((row, context) -> JdbcPlacements.placement(row))
        .findOne();
  }

  /** The placement that this id has moved before. */
  private static Optional<UUID> known(Handle handle, UUID moveId) {
    return handle
        .createQuery(SQL.statement("find_move"))
        .bind("moveId", moveId)
        .mapTo(UUID.class)
        .findOne();
  }
}
