package org.hotline115.callflow.person;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.person.FoundPerson.Why;
import org.hotline115.callflow.placement.FileCode;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Persons in PostgreSQL. Every write carries its audit row in the same transaction. */
final class JdbcPersons {

  private static final SqlFile SQL = SqlFile.beside(JdbcPersons.class, "jdbc_persons.sql");

  private final Database database;
  private final JdbcPersonRow rows;
  private final NameKeys nameKeys;
  private final JdbcAuditTrail audit;

  JdbcPersons(Database database, Cipher cipher, Callers callers, JdbcAuditTrail audit) {
    this.database = database;
    this.rows = new JdbcPersonRow(cipher, callers);
    this.nameKeys = new NameKeys(callers);
    this.audit = audit;
  }

  /** False when the id is known: nothing is changed then. */
  boolean add(PersonId id, PersonDetails details, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean added =
          rows.bind(handle.createUpdate(SQL.statement("add_person")), id, details)
                  .bind("at", event.at())
                  .bind("by", event.actor())
                  .execute()
              == 1;
      if (added) {
        writeNameKeys(handle, id, details);
        audit.append(handle, event);
      }
      return added;
    });
  }

  /** False when somebody saved in between. */
  boolean change(PersonId id, int version, PersonDetails details, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean changed =
          rows.bind(handle.createUpdate(SQL.statement("change_person")), id, details)
                  .bind("version", version)
                  .bind("at", event.at())
                  .execute()
              == 1;
      if (changed) {
        handle
            .createUpdate(SQL.statement("forget_name_keys"))
            .bind("personId", id.value())
            .execute();
        writeNameKeys(handle, id, details);
        audit.append(handle, event);
      }
      return changed;
    });
  }

  private void writeNameKeys(Handle handle, PersonId id, PersonDetails details) {
    for (NameKeys.Key key : nameKeys.of(details)) {
      handle
          .createUpdate(SQL.statement("add_name_key"))
          .bind("personId", id.value())
          .bind("kind", key.kind())
          .bind("key", key.hex())
          .execute();
    }
  }

  Optional<Person> find(PersonId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_person"))
            .bind("personId", id.value())
            .map((row, context) -> rows.read(row, numbers(handle, JdbcPersonRow.id(row))))
            .findOne());
  }

  private List<PersonNumber> numbers(Handle handle, PersonId id) {
    return handle
        .createQuery(SQL.statement("numbers_of_person"))
        .bind("personId", id.value())
        .map((row, context) -> rows.number(row))
        .list();
  }

  /**
   * As a list shows them, in its order, with the reasons why; in one question, for somebody waits.
   *
   * @param found in whose file each is read
   */
  List<FoundPerson> shown(Map<PersonId, Set<Why>> found, @Nullable Integer birthYear) {
    if (found.isEmpty()) {
      return List.of();
    }
    Map<PersonId, FoundPerson> shown = new HashMap<>();
    database
        .with(handle ->
            handle
                .createQuery(SQL.statement("show_persons"))
                .bindArray(
                    "personIds", UUID.class, found.keySet().stream().map(PersonId::value).toList())
                .map((row, context) -> shown(row, found, birthYear))
                .list())
        .forEach(person -> shown.put(person.personId(), person));
    return found.keySet().stream().flatMap(id -> Stream.ofNullable(shown.get(id))).toList();
  }

  private FoundPerson shown(
      ResultSet row, Map<PersonId, Set<Why>> found, @Nullable Integer birthYear)
      throws SQLException {
    PersonId id = JdbcPersonRow.id(row);
    PersonDetails details = rows.details(row);
    Set<Why> reasons = EnumSet.copyOf(Objects.requireNonNull(found.get(id)));
    Integer born = details.birthYear();
    if (birthYear != null && born != null) {
      reasons.add(born.equals(birthYear) ? Why.BIRTH_YEAR : Why.NEAR_BIRTH_YEAR);
    }
    return new FoundPerson(
        id, new FileCode(row.getString("code")), details, instant(row, "last_contact_at"), reasons);
  }

  Optional<PersonId> linkedTo(ContactId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_linked"))
            .bind("contactId", id.value())
            .mapTo(UUID.class)
            .findOne()
            .map(PersonId::new));
  }

  /** False when it is so already. */
  boolean link(ContactId contact, PersonId person, Optional<NewNumber> number, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean linked =
          handle
                  .createUpdate(SQL.statement("link_contact"))
                  .bind("contactId", contact.value())
                  .bind("personId", person.value())
                  .bind("at", event.at())
                  .bind("by", event.actor())
                  .execute()
              == 1;
      if (linked) {
        takeNumbersAway(handle, contact);
        number.ifPresent(known -> insert(handle, person, known, event));
        audit.append(handle, event);
      }
      return linked;
    });
  }

  /** False when nobody was linked. */
  boolean unlink(ContactId contact, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean unlinked =
          handle
                  .createUpdate(SQL.statement("unlink_contact"))
                  .bind("contactId", contact.value())
                  .execute()
              == 1;
      if (unlinked) {
        takeNumbersAway(handle, contact);
        audit.append(handle, event);
      }
      return unlinked;
    });
  }

  private static void takeNumbersAway(Handle handle, ContactId contact) {
    handle
        .createUpdate(SQL.statement("take_numbers_of_contact_away"))
        .bind("contactId", contact.value())
        .execute();
  }

  /** False when the person has this number, or the id is known. */
  boolean addNumber(PersonId person, NewNumber number, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean added = insert(handle, person, number, event);
      if (added) {
        audit.append(handle, event);
      }
      return added;
    });
  }

  private static boolean insert(
      Handle handle, PersonId person, NewNumber number, AuditEvent event) {
    ContactId contact = number.byContact();
    return handle
            .createUpdate(SQL.statement("add_number"))
            .bind("numberId", number.numberId().value())
            .bind("personId", person.value())
            .bind("callerKey", number.key().hex())
            .bind("safeToText", number.safe().toText())
            .bind("safeToCall", number.safe().toCall())
            .bind("at", event.at())
            .bind("by", event.actor())
            .bind("contactId", contact == null ? null : contact.value())
            .execute()
        == 1;
  }

  boolean changeNumber(PersonId person, NumberId number, Safety safe, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean changed =
          handle
                  .createUpdate(SQL.statement("change_number"))
                  .bind("numberId", number.value())
                  .bind("personId", person.value())
                  .bind("safeToText", safe.toText())
                  .bind("safeToCall", safe.toCall())
                  .execute()
              >= 1;
      if (changed) {
        audit.append(handle, event);
      }
      return changed;
    });
  }

  boolean removeNumber(PersonId person, NumberId number, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean removed =
          handle
                  .createUpdate(SQL.statement("take_number_away"))
                  .bind("numberId", number.value())
                  .bind("personId", person.value())
                  .execute()
              >= 1;
      if (removed) {
        audit.append(handle, event);
      }
      return removed;
    });
  }

  /** The placement or the appointment is this person's and is not over. */
  boolean isExpected(PersonId person, Opening opening) {
    String question =
        opening.purpose() == Purpose.PLACEMENT
            ? "is_expected_at_place"
            : "is_expected_at_appointment";
    return database.with(handle ->
        handle
            .createQuery(SQL.statement(question))
            .bind("subject", opening.subject())
            .bind("personId", person.value())
            .mapTo(Boolean.class)
            .one());
  }
}
