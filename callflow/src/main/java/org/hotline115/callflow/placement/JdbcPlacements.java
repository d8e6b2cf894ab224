package org.hotline115.callflow.placement;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.JdbcBoardRecords;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Departement;
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

  static final int LISTED_MAX = 1_000;

  private final Database database;
  private final JdbcBoardRecords figures;
  private final Departement departement;

  public JdbcPlacements(Database database, JdbcBoardRecords figures, Departement departement) {
    this.database = database;
    this.figures = figures;
    this.departement = departement;
  }

  /** What is to be promised. {@code hold} is as the board last said. */
  public record Promise(PlacementId placementId, Hold hold, Instant at, Instant arriveBefore) {}

  /** Whom the promise is for. */
  public record Met(UUID requestId, ContactId contactId, FileCode fileCode, Guests guests) {}

  /** What must become true together with the promise; answers whom it is for. */
  public interface Together {
    Met run(Handle handle);
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

  private static void add(Handle handle, Promise promise, Met met) {
    Guests guests = met.guests();
    handle
        .createUpdate(SQL.statement("add_placement"))
        .bind("placementId", promise.placementId().value())
        .bind("holdId", promise.hold().holdId().value())
        .bind("requestId", met.requestId())
        .bind("contactId", met.contactId().value())
        .bind("fileCode", met.fileCode().value())
        .bind("placeGroupId", promise.hold().placeGroupId().value())
        .bind("nightOf", promise.hold().nightOf().date())
        .bind("persons", guests.persons())
        .bind("minors", guests.minors())
        .bind("under3", guests.under3())
        .bind("householdType", guests.householdType().name())
        .bind("pets", guests.pets().name())
        .bind("places", promise.hold().places())
        .bind("confirmedAt", promise.at())
        .bind("confirmedBy", promise.hold().agent().value())
        .bind("arriveBefore", promise.arriveBefore())
        .execute();
  }

  /** One placement as the transaction of {@code handle} sees it. */
  static Optional<Placement> read(Handle handle, PlacementId placementId) {
    return handle
        .createQuery(SQL.statement("read_placement"))
        .bind("placementId", placementId.value())
        .map((row, context) -> placement(row))
        .findOne();
  }

  Optional<Placement> read(PlacementId placementId) {
    return database.with(handle -> read(handle, placementId));
  }

  /** {@code siteIds} empty: of every site. */
  List<Placement> expected(Optional<Set<String>> siteIds, NightOf night, LocalDate since) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_expected"))
            .bind("departement", departement.code())
            .bindArray("siteIds", String.class, siteIds.<Object[]>map(Set::toArray).orElse(null))
            .bind("nightOf", night.date())
            .bind("since", since)
            .bind("most", LISTED_MAX)
            .map((row, context) -> placement(row))
            .list());
  }

  List<Placement> toCheck() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_to_check"))
            .bind("departement", departement.code())
            .bind("most", LISTED_MAX)
            .map((row, context) -> placement(row))
            .list());
  }

  NightFigures figuresOf(NightOf night, Instant now) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("night_figures"))
            .bind("departement", departement.code())
            .bind("nightOf", night.date())
            .bind("at", now)
            .map((row, context) ->
                new NightFigures(
                    row.getInt("came"),
                    row.getInt("did_not_come"),
                    row.getInt("to_check"),
                    row.getInt("places_back"),
                    row.getInt("places_given_again")))
            .one());
  }

  List<Placement> ofContact(ContactId contactId, NightOf night) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_of_contact"))
            .bind("contactId", contactId.value())
            .bind("nightOf", night.date())
            .map((row, context) -> placement(row))
            .list());
  }

  static Placement placement(ResultSet row) throws SQLException {
    return new Placement(
        new PlacementId(row.getObject("placement_id", UUID.class)),
        new HoldId(row.getObject("hold_id", UUID.class)),
        row.getObject("request_id", UUID.class),
        new ContactId(row.getObject("contact_id", UUID.class)),
        new FileCode(row.getString("file_code")),
        new PlaceGroupId(row.getString("place_group_id")),
        new NightOf(row.getObject("night_of", LocalDate.class)),
        new Guests(
            row.getInt("persons"),
            row.getInt("minors"),
            row.getInt("under3"),
            HouseholdType.valueOf(row.getString("household_type")),
            Pets.valueOf(row.getString("pets"))),
        row.getInt("places"),
        PlacementStatus.valueOf(row.getString("status")),
        known(row, "confirmed_at"),
        new AgentId(row.getString("confirmed_by")),
        known(row, "arrive_before"),
        instant(row, "arrived_at"),
        new Placement.LastMove(
            known(row, "moved_at"),
            row.getString("moved_by"),
            MoveSource.valueOf(row.getString("moved_source"))));
  }
}
