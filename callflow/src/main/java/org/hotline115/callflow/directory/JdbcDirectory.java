package org.hotline115.callflow.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Sites and groups as sheets in PostgreSQL, each change in one transaction with tonight's open
 * places, the directory's number and the audit row. Throws {@link
 * org.hotline115.callflow.store.RecordsAway} when PostgreSQL does not answer.
 */
final class JdbcDirectory {

  private static final SqlFile SQL = SqlFile.beside(JdbcDirectory.class, "jdbc_directory.sql");

  private final Database database;
  private final Departement departement;
  private final JdbcAuditTrail audit;
  private final ZoneId zone;
  private final JdbcOpenPlaces openPlaces = new JdbcOpenPlaces();

  JdbcDirectory(Database database, Departement departement, JdbcAuditTrail audit, ZoneId zone) {
    this.database = database;
    this.departement = departement;
    this.audit = audit;
    this.zone = zone;
  }

  /** Who changes it, and when. */
  record Hand(AgentId by, Instant at) {}

  Database database() {
    return database;
  }

  Departement departement() {
    return departement;
  }

  /** By site and name; retired groups are not among them. */
  List<Entry> list(Instant at) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_entries"))
            .bind("departement", departement.code())
            .bind("nightOf", night(at).date())
            .map((row, context) -> entry(row))
            .list());
  }

  /** The groups of these names and those on these sites, retired ones too. */
  List<Entry> find(Handle handle, Collection<String> groups, Collection<String> sites, Instant at) {
    return handle
        .createQuery(SQL.statement("find_entries"))
        .bind("departement", departement.code())
        .bind("nightOf", night(at).date())
        .bind("groups", "{" + String.join(",", groups) + "}")
        .bind("sites", "{" + String.join(",", sites) + "}")
        .map((row, context) -> entry(row))
        .list();
  }

  Optional<Entry> find(Handle handle, String group, Instant at) {
    return find(handle, List.of(group), List.of(), at).stream().findFirst();
  }

  /** Holds the group's row, then tonight's figures; true when there is such a group. */
  boolean lock(Handle handle, String group, Instant at) {
    boolean exists = isLocked(handle, "lock_group", group);
    if (exists) {
      openPlaces.lock(handle, new PlaceGroupId(group), night(at), at);
    }
    return exists;
  }

  /** So that two people who add the same name at once are one after the other. */
  static void lockName(Handle handle, String group) {
    handle.createQuery(SQL.statement("lock_name")).bind("id", group).mapTo(Integer.class).one();
  }

  static boolean lockSite(Handle handle, String site) {
    return isLocked(handle, "lock_site", site);
  }

  private static boolean isLocked(Handle handle, String statement, String id) {
    return handle
        .createQuery(SQL.statement(statement))
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  /** Adds the site or writes it anew where it differs; its number goes up when it does. */
  static boolean saveSite(Handle handle, Sheet sheet, Hand hand) {
    return bound(handle.createUpdate(SQL.statement("save_site")), sheet)
            .bind("at", hand.at())
            .execute()
        > 0;
  }

  /** Adds the group or writes it anew; a retired one takes people again. */
  CapacityState saveGroup(Handle handle, Sheet sheet, Hand hand) {
    bound(handle.createUpdate(SQL.statement("save_group")), sheet)
        .bind("departement", departement.code())
        .bind("at", hand.at())
        .execute();
    return followed(handle, sheet.value(SheetField.PLACE_GROUP), hand);
  }

  /** The group takes nobody any more. Whoever calls has looked that nobody is inside. */
  CapacityState retire(Handle handle, String group, Hand hand) {
    handle
        .createUpdate(SQL.statement("retire_group"))
        .bind("id", group)
        .bind("at", hand.at())
        .execute();
    return followed(handle, group, hand);
  }

  private CapacityState followed(Handle handle, String group, Hand hand) {
    PlaceGroupId id = new PlaceGroupId(group);
    CapacityState tonight = openPlaces.lock(handle, id, night(hand.at()), hand.at());
    FigureCause cause = new FigureCause("DIRECTORY", hand.by().value(), hand.at());
    return openPlaces.follow(handle, id, night(hand.at()), cause).orElse(tonight);
  }

  /** Tells every gateway and writes the audit row; last, for the chain is held until the end. */
  void conclude(Handle handle, Hand hand, String action, String objectType, String objectId) {
    handle
        .createUpdate(SQL.statement("count_change"))
        .bind("departement", departement.code())
        .execute();
    trail(handle, hand, action, objectType, objectId);
  }

  /** The audit row alone, for what no screen shows. */
  void trail(Handle handle, Hand hand, String action, String objectType, String objectId) {
    audit.append(handle, AuditEvent.of(hand.at(), hand.by(), action, objectType, objectId));
  }

  private NightOf night(Instant at) {
    return NightOf.at(at, zone);
  }

  private static <S extends SqlStatement<S>> S bound(S statement, Sheet sheet) {
    statement.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    for (SheetField field : SheetField.values()) {
      statement.bind(field.column(), sheet.value(field));
    }
    return statement;
  }

  private static Entry entry(ResultSet row) throws SQLException {
    Map<SheetField, String> values = new EnumMap<>(SheetField.class);
    for (SheetField field : SheetField.values()) {
      values.put(field, row.getString(field.column()));
    }
    return new Entry(
        new Sheet(values),
        row.getInt("site_version"),
        row.getInt("group_version"),
        row.getInt("places_closed"),
        row.getBoolean("opened_by_plan"),
        row.getBoolean("retired"),
        row.getInt("inside"));
  }
}
