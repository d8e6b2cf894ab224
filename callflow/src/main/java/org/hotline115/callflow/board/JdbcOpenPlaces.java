package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * How many places of a group are open tonight follows what the group is: installed, closed, in its
 * season. Always within the transaction of whoever changes the group, after its row was locked: the
 * group's row first, then the night's.
 */
public final class JdbcOpenPlaces {

  private static final SqlFile SQL = SqlFile.beside(JdbcOpenPlaces.class, "jdbc_open_places.sql");

  private record Followed(CapacityState state, int delta) {}

  /** Tonight's figures, which nobody else moves until the end of the transaction. */
  public CapacityState lock(Handle handle, PlaceGroupId group, NightOf night, Instant at) {
    handle
        .createUpdate(SQL.statement("begin_group_night"))
        .bind("placeGroupId", group.value())
        .bind("nightOf", night.date())
        .bind("at", at)
        .execute();
    return handle
        .createQuery(SQL.statement("lock_figures"))
        .bind("placeGroupId", group.value())
        .bind("nightOf", night.date())
        .map((row, context) -> JdbcRows.capacity(row))
        .one();
  }

  /**
   * Brings tonight's open places to what the group has now, never below who is inside. Empty when
   * nothing differs. Whoever may not leave people in closed places looks at {@link #lock} first.
   */
  public Optional<CapacityState> follow(
      Handle handle, PlaceGroupId group, NightOf night, FigureCause cause) {
    Optional<Followed> followed =
        handle
            .createQuery(SQL.statement("follow_group"))
            .bind("placeGroupId", group.value())
            .bind("nightOf", night.date())
            .map((row, context) -> new Followed(JdbcRows.capacity(row), row.getInt("delta")))
            .findOne();
    followed.ifPresent(moved -> addEvent(handle, moved, cause));
    return followed.map(Followed::state);
  }

  private static void addEvent(Handle handle, Followed moved, FigureCause cause) {
    JdbcBoardRecords.addEvent(
        handle,
        moved.state(),
        new JdbcBoardRecords.Cause(
            "OPEN_CHANGED", moved.delta(), cause.id(), cause.by(), cause.at()));
  }
}
