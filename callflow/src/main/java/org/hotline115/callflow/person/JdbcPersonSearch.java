package org.hotline115.callflow.person;

import java.time.LocalDate;
import java.util.List;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/** Persons by number, by code, by name, in PostgreSQL. Bounded; the likeliest come first. */
final class JdbcPersonSearch {

  /** More than an agent reads while somebody waits. */
  static final int FOUND_MAX = 10;

  private static final SqlFile SQL =
      SqlFile.beside(JdbcPersonSearch.class, "jdbc_person_search.sql");

  private final Database database;
  private final NameKeys nameKeys;

  JdbcPersonSearch(Database database, Callers callers) {
    this.database = database;
    this.nameKeys = new NameKeys(callers);
  }

  /**
   * One who has the number.
   *
   * @param isShared others use the same number
   */
  record ByNumber(PersonId personId, boolean isShared) {}

  /**
   * One who has the name.
   *
   * @param isExact every word is written as it was asked for
   */
  record ByName(PersonId personId, boolean isExact) {}

  List<ByNumber> byNumber(CallerKey key) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_by_number"))
            .bind("callerKey", key.hex())
            .bind("most", FOUND_MAX)
            .map((row, context) -> new ByNumber(JdbcPersonRow.id(row), row.getInt("persons") > 1))
            .list());
  }

  /** Codes come round again: there may be several. */
  List<PersonId> byCode(FileCode code, LocalDate since) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_by_code"))
            .bind("code", code.value())
            .bind("since", since)
            .bind("most", FOUND_MAX)
            .map((row, context) -> JdbcPersonRow.id(row))
            .list());
  }

  /** {@code words} are not empty. */
  List<ByName> byName(List<String> words, @Nullable Integer birthYear) {
    List<NameKeys.Key> keys = nameKeys.of(words);
    long sounds = keys.stream().filter(key -> key.kind().equals("SOUND")).count();
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_by_name"))
            .bindArray("keys", String.class, keys.stream().map(NameKeys.Key::hex).toList())
            .bind("sounds", sounds)
            .bind("birthYear", birthYear)
            .bind("most", FOUND_MAX)
            .map((row, context) ->
                new ByName(JdbcPersonRow.id(row), row.getInt("exact") == words.size()))
            .list());
  }

  /**
   * One who may be the same person.
   *
   * @param isExact every word of their name is one of ours
   * @param sharesNumber a telephone is both's
   */
  record Alike(PersonId personId, boolean isExact, boolean sharesNumber) {}

  List<Alike> alike(PersonId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_alike"))
            .bind("personId", id.value())
            .bind("most", FOUND_MAX)
            .map((row, context) ->
                new Alike(JdbcPersonRow.id(row), row.getBoolean("exact"), row.getBoolean("number")))
            .list());
  }
}
