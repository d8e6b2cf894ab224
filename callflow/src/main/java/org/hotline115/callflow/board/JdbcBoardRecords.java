package org.hotline115.callflow.board;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The figures of each night and the placements in PostgreSQL. A place is promised here and nowhere
 * else, in one transaction whose CHECK has the last word. Every method throws {@link
 * org.hotline115.callflow.store.RecordsAway} when PostgreSQL does not answer: unknown, ask again.
 */
public final class JdbcBoardRecords {

  private static final SqlFile SQL =
      SqlFile.beside(JdbcBoardRecords.class, "jdbc_board_records.sql");

  private static final String CHECK_VIOLATION = "23514";
  private static final int GROUPS_BEGUN_AT_ONCE = 2_000;

  private final Database database;
  private final Departement departement;

  public JdbcBoardRecords(Database database, Departement departement) {
    this.database = database;
    this.departement = departement;
  }

  /** What is to be promised. {@code hold} is as the board last said. */
  public record Promise(PlacementId placementId, Hold hold, Instant at, Instant arriveBefore) {}

  /** What must become true together with the promise; answers the id of the request it meets. */
  public interface Together {
    UUID run(Handle handle);
  }

  /** The figures of a night; begins it from the night before when it has none yet. */
  List<CapacityState> figures(NightOf night, Instant now) {
    int begun;
    do {
      begun = begin(night, now);
    } while (begun > 0);
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_figures"))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .map((row, context) -> JdbcRows.capacity(row))
            .list());
  }

  /** In portions: each must end within the patience of a statement. */
  private int begin(NightOf night, Instant now) {
    return database.with(handle ->
        handle
            .createUpdate(SQL.statement("begin_night"))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .bind("most", GROUPS_BEGUN_AT_ONCE)
            .bind("at", now)
            .execute());
  }

  /** The figures of a night that changed within the last 15 seconds, on PostgreSQL's clock. */
  List<CapacityState> figuresJustChanged(NightOf night) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_figures_just_changed"))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .map((row, context) -> JdbcRows.capacity(row))
            .list());
  }

  /** Promises, together with whatever else must become true in the same transaction. */
  public PromiseResult promise(Promise promise, Together together) {
    try {
      return database.inTransaction(handle -> promise(handle, promise, together));
    } catch (RuntimeException e) {
      if (isCheckViolation(e)) {
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
    if (!JdbcHoldJournal.convert(handle, promise.hold(), departement)) {
      return earlier(handle, promise).orElseGet(PromiseResult.HoldOver::new);
    }
    CapacityState recorded = occupy(handle, promise.hold());
    addPlacement(handle, promise, together.run(handle));
    addEvent(
        handle,
        recorded,
        new Cause(
            "PROMISED",
            promise.hold().places(),
            promise.placementId().toString(),
            promise.hold().agent().value(),
            promise.at()));
    return new PromiseResult.Promised(find(handle, promise).orElseThrow(), recorded);
  }

  private static Optional<PromiseResult> earlier(Handle handle, Promise promise) {
    return find(handle, promise)
        .map(placement ->
            new PromiseResult.Promised(
                placement,
                find(handle, placement.placeGroupId(), placement.nightOf()).orElseThrow()));
  }

  private static Optional<Placement> find(Handle handle, Promise promise) {
    return handle
        .createQuery(SQL.statement("find_placement"))
        .bind("placementId", promise.placementId().value())
        .bind("holdId", promise.hold().holdId().value())
        .map((row, context) -> JdbcRows.placement(row))
        .findFirst();
  }

  /** The figures of the group and night of a hold. */
  Optional<CapacityState> figuresOf(Hold hold) {
    return database.with(handle -> find(handle, hold.placeGroupId(), hold.nightOf()));
  }

  private static Optional<CapacityState> find(Handle handle, PlaceGroupId group, NightOf night) {
    return handle
        .createQuery(SQL.statement("find_figures"))
        .bind("placeGroupId", group.value())
        .bind("nightOf", night.date())
        .map((row, context) -> JdbcRows.capacity(row))
        .findOne();
  }

  private static CapacityState occupy(Handle handle, Hold hold) {
    return handle
        .createQuery(SQL.statement("promise_places"))
        .bind("placeGroupId", hold.placeGroupId().value())
        .bind("nightOf", hold.nightOf().date())
        .bind("places", hold.places())
        .map((row, context) -> JdbcRows.capacity(row))
        .one();
  }

  private static void addPlacement(Handle handle, Promise promise, UUID requestId) {
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

  /** A shelter says how many are free; what we promised tonight stays occupied. */
  TellResult tell(
      PlaceGroupId group, NightOf night, int free, String by, UpdateSource source, Instant at) {
    return database.inTransaction(handle -> {
      record Row(CapacityState state, int delta) {}
      Optional<Row> told =
          handle
              .createQuery(SQL.statement("tell_free"))
              .bind("placeGroupId", group.value())
              .bind("nightOf", night.date())
              .bind("free", free)
              .bind("by", by)
              .bind("source", source.name())
              .bind("at", at)
              .map((row, context) -> new Row(JdbcRows.capacity(row), row.getInt("delta")))
              .findOne();
      if (told.isEmpty()) {
        return refused(handle, group, night);
      }
      CapacityState state = told.get().state();
      addEvent(handle, state, new Cause("TOLD_FREE", told.get().delta(), source.name(), by, at));
      return new TellResult.Told(state);
    });
  }

  private static TellResult refused(Handle handle, PlaceGroupId group, NightOf night) {
    return find(handle, group, night)
        .<TellResult>map(state -> new TellResult.TooMany(state.open()))
        .orElseGet(TellResult.NoSuchGroup::new);
  }

  private record Cause(String kind, int delta, String id, String by, Instant at) {}

  private static void addEvent(Handle handle, CapacityState state, Cause cause) {
    handle
        .createUpdate(SQL.statement("add_capacity_event"))
        .bind("placeGroupId", state.placeGroupId().value())
        .bind("nightOf", state.nightOf().date())
        .bind("kind", cause.kind())
        .bind("delta", cause.delta())
        .bind("causeId", cause.id())
        .bind("byWhom", cause.by())
        .bind("at", cause.at())
        .execute();
  }

  private static boolean isCheckViolation(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && CHECK_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
