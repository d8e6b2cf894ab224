package org.hotline115.callflow.place;

import java.util.List;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Sites and place groups in PostgreSQL: what changes by the month, not by the minute. */
public final class JdbcPlaceGroups {

  private static final SqlFile SQL = SqlFile.beside(JdbcPlaceGroups.class, "jdbc_place_groups.sql");

  private final Database database;

  public JdbcPlaceGroups(Database database) {
    this.database = database;
  }

  public List<PlaceGroup> list(Departement departement) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_place_groups"))
            .bind("departement", departement.code())
            .map((row, context) -> JdbcPlaceRow.group(row))
            .list());
  }

  /**
   * Another one after any change of a group or its site, whoever made it, at a small part of the
   * price of reading them.
   */
  public String fingerprint(Departement departement) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("fingerprint_place_groups"))
            .bind("departement", departement.code())
            .mapTo(String.class)
            .one());
  }

  /** Counts the changes of sites and groups; 0 before the first. */
  public long directoryVersion(Departement departement) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("directory_version"))
            .bind("departement", departement.code())
            .mapTo(Long.class)
            .findOne()
            .orElse(0L));
  }
}
