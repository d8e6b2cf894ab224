package org.hotline115.callflow.placement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.JdbcBoardRecords;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * Placements in PostgreSQL. A place is promised here and nowhere else, in one transaction whose
 * CHECK has the last word. Every method throws {@link org.hotline115.callflow.store.RecordsAway}
 * when PostgreSQL does not answer: unknown, ask again.
 */
public final class JdbcPlacements {

  private static final SqlFile SQL = SqlFile.beside(JdbcPlacements.class, "jdbc_placements.sql");

  private final Database database;
  private final JdbcBoardRecords figures;

  public JdbcPlacements(Database database, JdbcBoardRecords figures) {
    this.database = database;
    this.figures = figures;
  }

  /** What is to be promised. {@code hold} is as the board last said. */
  public record Promise(PlacementId placementId, Hold hold, Instant at, Instant arriveBefore) {}

  /** What must become true together with the promise; answers the id of the request it meets. */
  public interface Together {
    UUID run(Handle handle);
  }

  /** Promises, together with whatever else must become true in the same transaction. */
  public PromiseResult promise(Promise promise, Together together) {
    try {
      return database.inTransaction(handle -> promise(handle, promise, together));
    } catch (RuntimeException e) {
      if (JdbcBoardRecords.isNoPlaceLeft(e)) {
        return new PromiseResult.NoPlaceLeft();
      }
      throw e;
    }
  }

  private PromiseResult promise(Handle handle, Promise promise, Together together) {
    Optional<PromiseResult> earlier = earlier(handle, promise);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Optional<CapacityState> recorded =
        figures.occupy(handle, promise.hold(), promise.placementId().toString(), promise.at());
    if (recorded.isEmpty()) {
      return earlier(handle, promise).orElseGet(PromiseResult.HoldOver::new);
    }
    add(handle, promise, together.run(handle));
    return new PromiseResult.Promised(find(handle, promise).orElseThrow(), recorded.get());
  }

  private static Optional<PromiseResult> earlier(Handle handle, Promise promise) {
    return find(handle, promise)
        .map(placement ->
            new PromiseResult.Promised(
                placement,
                JdbcBoardRecords.find(handle, placement.placeGroupId(), placement.nightOf())
                    .orElseThrow()));
  }

  private static Optional<Placement> find(Handle handle, Promise promise) {
    return handle
        .createQuery(SQL.statement("find_placement"))
        .bind("placementId", promise.placementId().value())
        .bind("holdId", promise.hold().holdId().value())
        .map((row, context) -> placement(row))
        .findFirst();
  }

  private static void add(Handle handle, Promise promise, UUID requestId) {
    handle
        .createUpdate(SQL.statement("add_placement"))
        .bind("placementId", promise.placementId().value())
        .bind("holdId", promise.hold().holdId().value())
        .bind("requestId", requestId)
        .bind("placeGroupId", promise.hold().placeGroupId().value())
        .bind("nightOf", promise.hold().nightOf().date())
        .bind("persons", promise.hold().places())
        .bind("confirmedAt", promise.at())
        .bind("confirmedBy", promise.hold().agent().value())
        .bind("arriveBefore", promise.arriveBefore())
        .execute();
  }

  private static Placement placement(ResultSet row) throws SQLException {
    return new Placement(
        new PlacementId(row.getObject("placement_id", UUID.class)),
        new HoldId(row.getObject("hold_id", UUID.class)),
        row.getObject("request_id", UUID.class),
        new PlaceGroupId(row.getString("place_group_id")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        row.getInt("persons"),
        Placement.Status.valueOf(row.getString("status")),
        known(row, "confirmed_at"),
        new AgentId(row.getString("confirmed_by")),
        known(row, "arrive_before"));
  }

  private static Instant known(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
