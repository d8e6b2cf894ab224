package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * What Redis decided about holds, in PostgreSQL: written after the fact, in Redis's order, each
 * change once. An ended hold never becomes active again.
 */
final class JdbcHoldJournal {

  private static final SqlFile SQL = SqlFile.beside(JdbcHoldJournal.class, "jdbc_hold_journal.sql");

  private final Database database;
  private final JdbcAuditTrail audit;
  private final Departement departement;

  JdbcHoldJournal(Database database, Departement departement) {
    this.database = database;
    this.audit = new JdbcAuditTrail(database);
    this.departement = departement;
  }

  /** Where the changes after a version come from. */
  interface Source {
    List<BoardChange> after(long version);
  }

  /** The journal's place: how many changes were written, and up to which version. */
  record Written(int changes, long lastVersion) {}

  /** Writes the next portion; empty when another gateway is writing at this moment. */
  Optional<Written> write(Source source) {
    return database.inTransaction(
        handle -> lastVersion(handle, "lock_memory").map(last -> write(handle, last, source)));
  }

  /** As {@link #write}, after whoever is writing at this moment. */
  Written writeInTurn(Source source) {
    return database.inTransaction(
        handle -> write(handle, lastVersion(handle, "await_memory").orElse(0L), source));
  }

  private Optional<Long> lastVersion(Handle handle, String statement) {
    return handle
        .createQuery(SQL.statement(statement))
        .bind("departement", departement.code())
        .mapTo(Long.class)
        .findOne();
  }

  private Written write(Handle handle, long last, Source source) {
    List<BoardChange> changes = source.after(last);
    if (changes.isEmpty()) {
      return new Written(0, last);
    }
    write(handle, changes);
    long newLast = changes.getLast().version();
    advance(handle, newLast);
    return new Written(changes.size(), newLast);
  }

  /** Two statements a portion: one for where each hold stands now, one for all that happened. */
  private void write(Handle handle, List<BoardChange> changes) {
    Map<HoldId, BoardChange> latest = new LinkedHashMap<>();
    List<BoardChange> ofHolds = new ArrayList<>();
    for (BoardChange change : changes) {
      change
          .hold()
          .ifPresent(hold -> {
            latest.put(hold.holdId(), change);
            ofHolds.add(change);
          });
    }
    if (!ofHolds.isEmpty()) {
      saveHolds(handle, new Columns(List.copyOf(latest.values())));
      addEvents(handle, new Columns(ofHolds));
    }
  }

  private void saveHolds(Handle handle, Columns columns) {
    handle
        .createUpdate(SQL.statement("save_holds"))
        .bind("departement", departement.code())
        .bind("holds", columns.of(hold -> hold.holdId().toString()))
        .bind("groups", columns.of(hold -> hold.placeGroupId().value()))
        .bind("nights", columns.of(hold -> hold.nightOf().toString()))
        .bind("places", columns.of(hold -> Integer.toString(hold.places())))
        .bind("agents", columns.of(hold -> hold.agent().value()))
        .bind("calls", columns.of(hold -> hold.callId() == null ? null : hold.callId().linkedid()))
        .bind("contacts", columns.of(hold -> hold.contactId().toString()))
        .bind("statuses", columns.of(hold -> hold.status().name()))
        .bind("created", columns.of(hold -> hold.createdAt().toString()))
        .bind("expires", columns.of(hold -> hold.expiresAt().toString()))
        .bind("offered", columns.of(hold -> Objects.toString(hold.offeredAt(), null)))
        .bind("versions", columns.ofChange(change -> Long.toString(change.version())))
        .execute();
  }

  private void addEvents(Handle handle, Columns columns) {
    handle
        .createUpdate(SQL.statement("add_events"))
        .bind("departement", departement.code())
        .bind("groups", columns.of(hold -> hold.placeGroupId().value()))
        .bind("nights", columns.of(hold -> hold.nightOf().toString()))
        .bind("kinds", columns.ofChange(change -> change.verb().name()))
        .bind("deltas", columns.ofChange(change -> Integer.toString(heldDelta(change))))
        .bind("holds", columns.of(hold -> hold.holdId().toString()))
        .bind("agents", columns.of(hold -> hold.agent().value()))
        .bind("times", columns.ofChange(change -> change.at().toString()))
        .bind("versions", columns.ofChange(change -> Long.toString(change.version())))
        .execute();
  }

  /** Changes of holds, column by column, as arrays of text that PostgreSQL casts. */
  private record Columns(List<BoardChange> changes) {

    @Nullable String[] of(Function<Hold, @Nullable String> field) {
      return ofChange(change -> field.apply(change.hold().orElseThrow()));
    }

    @Nullable String[] ofChange(Function<BoardChange, @Nullable String> field) {
      @Nullable String[] column = new @Nullable String[changes.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = field.apply(changes.get(i));
      }
      return column;
    }
  }

  private static int heldDelta(BoardChange change) {
    int places = change.hold().orElseThrow().places();
    return switch (change.verb()) {
      case HELD -> places;
      case RELEASED, TAKEN_BACK, EXPIRED, CONVERTED -> -places;
      case EXTENDED, OFFERED, PINNED, TOLD -> 0;
    };
  }

  /** Ends the hold as promised; false when it had ended before. */
  static boolean convert(Handle handle, Hold hold, Departement departement) {
    return bind(handle.createUpdate(SQL.statement("convert_hold")), hold, departement).execute()
        == 1;
  }

  private <S extends SqlStatement<S>> S bind(S statement, Hold hold) {
    return bind(statement, hold, departement);
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, Hold hold, Departement departement) {
    return statement
        .bind("departement", departement.code())
        .bind("holdId", hold.holdId().value())
        .bind("placeGroupId", hold.placeGroupId().value())
        .bind("nightOf", hold.nightOf().date())
        .bind("places", hold.places())
        .bind("agent", hold.agent().value())
        .bind("callId", hold.callId() == null ? null : hold.callId().linkedid())
        .bind("contactId", hold.contactId().value())
        .bind("createdAt", hold.createdAt())
        .bind("expiresAt", hold.expiresAt())
        .bind("offeredAt", hold.offeredAt());
  }

  Optional<Hold> find(HoldId holdId) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_hold"))
            .bind("holdId", holdId.value())
            .map((row, context) -> JdbcRows.hold(row))
            .findOne());
  }

  /** Writes down a hold that the board has and the journal missed. */
  void save(Hold hold) {
    database.with(handle ->
        bind(handle.createUpdate(SQL.statement("save_hold")), hold)
            .bind("status", hold.status().name())
            .bind("version", 0L)
            .execute());
  }

  /** Ends a hold that the board does not have any more. */
  void end(HoldId holdId) {
    database.with(handle ->
        handle.createUpdate(SQL.statement("end_hold")).bind("holdId", holdId.value()).execute());
  }

  /** The live holds of a night, to rebuild an emptied Redis; those of earlier nights end here. */
  List<Hold> activeHolds(NightOf night) {
    return database.inTransaction(handle -> {
      handle
          .createUpdate(SQL.statement("forget_lost_holds"))
          .bind("departement", departement.code())
          .bind("nightOf", night.date())
          .execute();
      return handle
          .createQuery(SQL.statement("list_active_holds"))
          .bind("departement", departement.code())
          .bind("nightOf", night.date())
          .map((row, context) -> JdbcRows.hold(row))
          .list();
    });
  }

  /** The last version that PostgreSQL remembers; 0 at the very first start. */
  long rememberedVersion() {
    return database.inTransaction(handle -> {
      handle
          .createUpdate(SQL.statement("open_memory"))
          .bind("departement", departement.code())
          .execute();
      return handle
          .createQuery(SQL.statement("read_memory"))
          .bind("departement", departement.code())
          .mapTo(Long.class)
          .one();
    });
  }

  void remember(long version) {
    database.inTransaction(handle -> advance(handle, version));
  }

  private int advance(Handle handle, long version) {
    return handle
        .createUpdate(SQL.statement("advance_memory"))
        .bind("departement", departement.code())
        .bind("version", version)
        .execute();
  }

  /** One difference that a person must hear of, with its audit row. */
  void alarm(BoardDifference difference, boolean repaired, Instant at) {
    database.inTransaction(handle -> {
      handle
          .createUpdate(SQL.statement("add_alarm"))
          .bind("departement", departement.code())
          .bind("placeGroupId", difference.placeGroupId().value())
          .bind("what", difference.what().name())
          .bind("onBoard", difference.onBoard())
          .bind("inRecords", difference.inRecords())
          .bind("repaired", repaired)
          .bind("at", at)
          .execute();
      audit.append(
          handle,
          AuditEvent.of(
              at, AgentId.HOUSE, "RAISE_BOARD_ALARM", "BOARD_ALARM", difference.placeGroupId()));
      return true;
    });
  }
}
