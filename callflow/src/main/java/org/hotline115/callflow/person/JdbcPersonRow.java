package org.hotline115.callflow.person;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.store.Cipher;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** A person as a row: each name sealed, and bound to its column of that row. */
record JdbcPersonRow(Cipher cipher, Callers callers) {

  Person read(ResultSet row, List<PersonNumber> numbers) throws SQLException {
    return new Person(
        id(row),
        new FileCode(row.getString("code")),
        row.getInt("version"),
        details(row),
        numbers,
        known(row, "created_at"),
        new AgentId(row.getString("created_by")),
        known(row, "changed_at"));
  }

  static PersonId id(ResultSet row) throws SQLException {
    return new PersonId(row.getObject("person_id", UUID.class));
  }

  PersonDetails details(ResultSet row) throws SQLException {
    return new PersonDetails(
        open(row, "first_name"),
        open(row, "last_name"),
        open(row, "pseudonym"),
        row.getObject("birth_year", Integer.class),
        Gender.valueOf(row.getString("gender")),
        row.getString("language"),
        row.getString("identity_quality").equals(IdentityQuality.REFUSED.name()));
  }

  private String open(ResultSet row, String column) throws SQLException {
    byte[] sealed = row.getBytes(column);
    return sealed == null ? "" : cipher.decrypt(sealed, context(id(row), column));
  }

  Update bind(Update update, PersonId id, PersonDetails details) {
    return update
        .bind("personId", id.value())
        .bind("identityQuality", details.identityQuality())
        .bind("firstName", sealed(id, "first_name", details.firstName()))
        .bind("lastName", sealed(id, "last_name", details.lastName()))
        .bind("pseudonym", sealed(id, "pseudonym", details.pseudonym()))
        .bind("birthYear", details.birthYear())
        .bind("gender", details.gender())
        .bind("language", details.language());
  }

  private byte @Nullable [] sealed(PersonId id, String column, String name) {
    return name.isEmpty() ? null : cipher.encrypt(name, context(id, column));
  }

  private static String context(PersonId id, String column) {
    return "person." + column + "." + id;
  }

  PersonNumber number(ResultSet row) throws SQLException {
    CallerKey key = new CallerKey(row.getString("caller_key"));
    byte[] sealed = row.getBytes("sealed_number");
    return new PersonNumber(
        new NumberId(row.getObject("number_id", UUID.class)),
        key,
        sealed == null ? "" : callers.reveal(key, sealed).masked(),
        row.getObject("safe_to_text", Boolean.class),
        row.getObject("safe_to_call", Boolean.class),
        row.getInt("persons"),
        known(row, "added_at"));
  }
}
