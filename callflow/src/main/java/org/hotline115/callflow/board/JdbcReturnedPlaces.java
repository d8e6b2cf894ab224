package org.hotline115.callflow.board;

import java.time.ZoneId;
import java.util.Optional;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/**
 * Promised places that come back, and that are taken again when that was a mistake; always within
 * the transaction of whoever says so. A night that began since carried them over: it follows,
 * unless the shelter has counted by itself after it began, for then its figure knows them already.
 * A CHECK violation, told by {@link JdbcBoardRecords#isNoPlaceLeft}, means that somebody else has
 * them.
 */
public final class JdbcReturnedPlaces {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcReturnedPlaces.class, "jdbc_returned_places.sql");

  /** Places of one group that were promised for one night. */
  public record Places(PlaceGroupId placeGroupId, NightOf nightOf, int places) {}

  private record Moved(CapacityState state, int delta) {}

  private final ZoneId zone;

  JdbcReturnedPlaces(ZoneId zone) {
    this.zone = zone;
  }

  /** Nobody came, or nobody will. Answers tonight's figures when they moved. */
  public Optional<CapacityState> giveBack(Handle handle, Places places, FigureCause cause) {
    return move(handle, places, -places.places(), "CAME_BACK", cause);
  }

  /** They came after all. Answers tonight's figures when they moved. */
  public Optional<CapacityState> takeAgain(Handle handle, Places places, FigureCause cause) {
    return move(handle, places, places.places(), "TAKEN_AGAIN", cause);
  }

  /** They were there and left: a night that is over stays as it was. */
  public Optional<CapacityState> leave(Handle handle, Places places, FigureCause cause) {
    return places.nightOf().equals(tonight(cause))
        ? giveBack(handle, places, cause)
        : carried(handle, places, -places.places(), "CAME_BACK", cause);
  }

  /** They were there and are still: the undoing of {@link #leave}. */
  public Optional<CapacityState> stay(Handle handle, Places places, FigureCause cause) {
    return places.nightOf().equals(tonight(cause))
        ? takeAgain(handle, places, cause)
        : carried(handle, places, places.places(), "TAKEN_AGAIN", cause);
  }

  private Optional<CapacityState> move(
      Handle handle, Places places, int delta, String kind, FigureCause cause) {
    Moved moved =
        handle
            .createQuery(SQL.statement("move_promised_places"))
            .bind("placeGroupId", places.placeGroupId().value())
            .bind("nightOf", places.nightOf().date())
            .bind("places", delta)
            .map((row, context) -> new Moved(JdbcRows.capacity(row), row.getInt("delta")))
            .one();
    addEvent(handle, moved, kind, cause);
    return places.nightOf().equals(tonight(cause))
        ? Optional.of(moved.state())
        : carried(handle, places, delta, kind, cause);
  }

  private Optional<CapacityState> carried(
      Handle handle, Places places, int delta, String kind, FigureCause cause) {
    NightOf tonight = tonight(cause);
    Optional<Moved> moved =
        handle
            .createQuery(SQL.statement("move_carried_places"))
            .bind("placeGroupId", places.placeGroupId().value())
            .bind("nightOf", tonight.date())
            .bind("nightBegins", tonight.beginsAt(zone))
            .bind("places", delta)
            .map((row, context) -> new Moved(JdbcRows.capacity(row), row.getInt("delta")))
            .findOne();
    moved.ifPresent(carried -> addEvent(handle, carried, kind, cause));
    return moved.map(Moved::state);
  }

  private NightOf tonight(FigureCause cause) {
    return NightOf.at(cause.at(), zone);
  }

  private static void addEvent(Handle handle, Moved moved, String kind, FigureCause cause) {
    JdbcBoardRecords.addEvent(
        handle,
        moved.state(),
        new JdbcBoardRecords.Cause(kind, moved.delta(), cause.id(), cause.by(), cause.at()));
  }
}
