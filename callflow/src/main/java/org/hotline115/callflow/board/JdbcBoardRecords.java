package org.hotline115.callflow.board;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
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

  /**
   * Ends the hold and occupies its places for good, in the transaction of whoever promises them.
   * Empty when the hold was over before. A CHECK violation, told by {@link #isNoPlaceLeft}, means
   * that more would be occupied than is open.
   */
  public Optional<CapacityState> occupy(Handle handle, Hold hold, String causeId, Instant at) {
    if (!JdbcHoldJournal.convert(handle, hold, departement)) {
      return Optional.empty();
    }
    CapacityState recorded = occupy(handle, hold);
    addEvent(
        handle, recorded, new Cause("PROMISED", hold.places(), causeId, hold.agent().value(), at));
    return Optional.of(recorded);
  }

  /** The figures of the group and night of a hold. */
  Optional<CapacityState> figuresOf(Hold hold) {
    return database.with(handle -> find(handle, hold.placeGroupId(), hold.nightOf()));
  }

  /** The figures of a group as the transaction of {@code handle} sees them. */
  public static Optional<CapacityState> find(Handle handle, PlaceGroupId group, NightOf night) {
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

  /** A shelter says how many are free; what we promised tonight stays occupied. */
  TellResult tell(Telling telling, NightOf night, Instant at) {
    return database.inTransaction(handle -> {
      if (!JdbcTellings.note(handle, telling, night, at)) {
        return toldBefore(handle, telling, night);
      }
      record Row(CapacityState state, int delta) {}
      String by = BoardLine.plain(telling.by());
      String source = telling.source().name();
      Optional<Row> told =
          handle
              .createQuery(SQL.statement("tell_free"))
              .bind("placeGroupId", telling.group().value())
              .bind("nightOf", night.date())
              .bind("free", telling.free())
              .bind("by", by)
              .bind("source", source)
              .bind("at", at)
              .map((row, context) -> new Row(JdbcRows.capacity(row), row.getInt("delta")))
              .findOne();
      if (told.isEmpty()) {
        JdbcTellings.forget(handle, telling);
        return refused(handle, telling.group(), night);
      }
      CapacityState state = told.get().state();
      addEvent(handle, state, new Cause("TOLD_FREE", told.get().delta(), source, by, at));
      return new TellResult.Told(state);
    });
  }

  /** Nothing was noted: the id is known, or the group is not. */
  private static TellResult toldBefore(Handle handle, Telling telling, NightOf night) {
    return switch (JdbcTellings.known(handle, telling)) {
      case SAME ->
          find(handle, telling.group(), night)
              .<TellResult>map(TellResult.Told::new)
              .orElseGet(TellResult.NoSuchGroup::new);
      case OTHER -> new TellResult.OtherTelling();
      case NONE -> new TellResult.NoSuchGroup();
    };
  }

  private static TellResult refused(Handle handle, PlaceGroupId group, NightOf night) {
    return find(handle, group, night)
        .<TellResult>map(state -> new TellResult.TooMany(state.open()))
        .orElseGet(TellResult.NoSuchGroup::new);
  }

  /** What moved the figures, by how much, in which act of whom. */
  record Cause(String kind, int delta, String id, String by, Instant at) {}

  /** Every change of a night's figures leaves one, in its own transaction. */
  static void addEvent(Handle handle, CapacityState state, Cause cause) {
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

  /** True when the constraint had the last word: there is no place left. */
  public static boolean isNoPlaceLeft(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && CHECK_VIOLATION.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
