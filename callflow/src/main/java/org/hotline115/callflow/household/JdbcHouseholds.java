package org.hotline115.callflow.household;

import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.person.FoundPerson;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.person.ReadPersons;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Households in PostgreSQL. Whoever joins or leaves is locked first, so that two agents cannot put
 * one person into two. Every write carries its audit row in the same transaction.
 */
final class JdbcHouseholds {

  private static final SqlFile SQL = SqlFile.beside(JdbcHouseholds.class, "jdbc_households.sql");
  private static final int SHOWN_MAX = 100;

  private final Database database;
  private final ReadPersons persons;
  private final JdbcReferents referents;
  private final JdbcAuditTrail audit;

  JdbcHouseholds(
      Database database, ReadPersons persons, JdbcReferents referents, JdbcAuditTrail audit) {
    this.database = database;
    this.persons = persons;
    this.referents = referents;
    this.audit = audit;
  }

  /** Somebody comes to a household on that day. */
  record Joining(
      MemberId memberId, HouseholdId householdId, PersonId personId, Role role, LocalDate from) {}

  /** What became of a joining. */
  enum Joined {
    DONE,
    TOO_EARLY,
    OTHER_THING
  }

  /** Empty when there is no such person. */
  Optional<HouseholdFile> of(PersonId id) {
    return persons
        .fileOf(id)
        .map(root ->
            new HouseholdFile(
                root, household(root).map(this::withMembers).orElse(null), past(root)));
  }

  private Optional<Household> household(PersonId root) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_household_of"))
            .bind("personId", root.value())
            .map((row, context) -> household(row))
            .findOne());
  }

  private Household withMembers(Household household) {
    List<JdbcMemberRow> rows =
        database.with(handle ->
            handle
                .createQuery(SQL.statement("list_members"))
                .bind("householdId", household.householdId().value())
                .bind("most", SHOWN_MAX)
                .map((row, context) -> JdbcMemberRow.of(row))
                .list());
    Map<PersonId, FoundPerson> shown =
        persons.shown(rows.stream().map(JdbcMemberRow::root).toList());
    List<Member> all =
        rows.stream()
            .flatMap(row -> Stream.ofNullable(shown.get(row.root())).map(row::shownAs))
            .toList();
    return new Household(
        household.householdId(),
        household.version(),
        household.composition(),
        all.stream().filter(member -> member.to() == null).toList(),
        all.stream().filter(member -> member.to() != null).toList(),
        referents.of(household.householdId()).orElse(null),
        household.changedAt(),
        household.changedBy());
  }

  private List<HouseholdFile.Earlier> past(PersonId root) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_earlier"))
            .bind("personId", root.value())
            .bind("most", SHOWN_MAX)
            .map((row, context) ->
                new HouseholdFile.Earlier(
                    new HouseholdId(row.getObject("household_id", UUID.class)),
                    HouseholdType.valueOf(row.getString("household_type")),
                    Role.valueOf(row.getString("role")),
                    row.getObject("from_on", LocalDate.class),
                    row.getObject("to_on", LocalDate.class)))
            .list());
  }

  /** A new household with its first member. */
  Joined start(Joining joining, Composition composition, AuditEvent event) {
    return database.inTransaction(handle -> {
      lock(handle, joining.personId());
      Optional<Joined> refused = beforeIt(handle, joining);
      if (refused.isPresent()) {
        return refused.get();
      }
      boolean added =
          bind(handle.createUpdate(SQL.statement("add_household")), composition)
                  .bind("householdId", joining.householdId().value())
                  .bind("at", event.at())
                  .bind("by", event.actor())
                  .execute()
              == 1;
      return added ? joined(handle, joining, event) : Joined.OTHER_THING;
    });
  }

  /** Whoever is in another household leaves it on the same day. */
  Joined join(Joining joining, AuditEvent event) {
    return database.inTransaction(handle -> {
      lock(handle, joining.personId());
      return beforeIt(handle, joining).orElseGet(() -> joined(handle, joining, event));
    });
  }

  private Joined joined(Handle handle, Joining joining, AuditEvent event) {
    end(handle, joining.personId(), joining.from(), event);
    handle
        .createUpdate(SQL.statement("add_member"))
        .bind("memberId", joining.memberId().value())
        .bind("householdId", joining.householdId().value())
        .bind("personId", joining.personId().value())
        .bind("role", joining.role())
        .bind("from", joining.from())
        .bind("at", event.at())
        .bind("by", event.actor())
        .execute();
    audit.append(handle, event);
    return Joined.DONE;
  }

  /** False when nobody of that id is in it now. */
  boolean leave(MemberId id, PersonId person, LocalDate on, AuditEvent event) {
    return database.inTransaction(handle -> {
      lock(handle, person);
      boolean isIn = find(handle, id).filter(row -> row.to() == null).isPresent();
      if (isIn) {
        end(handle, person, on, event);
        audit.append(handle, event);
      }
      return isIn;
    });
  }

  private static void end(Handle handle, PersonId person, LocalDate on, AuditEvent event) {
    handle
        .createUpdate(SQL.statement("end_memberships"))
        .bind("personId", person.value())
        .bind("on", on)
        .bind("at", event.at())
        .bind("by", event.actor())
        .execute();
  }

  /** False when somebody saved in between. */
  boolean change(HouseholdId id, int version, Composition composition, AuditEvent event) {
    return database.inTransaction(handle -> {
      boolean changed =
          bind(handle.createUpdate(SQL.statement("change_household")), composition)
                  .bind("householdId", id.value())
                  .bind("version", version)
                  .bind("at", event.at())
                  .bind("by", event.actor())
                  .execute()
              == 1;
      if (changed) {
        audit.append(handle, event);
      }
      return changed;
    });
  }

  private static void lock(Handle handle, PersonId person) {
    handle
        .createQuery(SQL.statement("lock_person"))
        .bind("personId", person.value())
        .mapTo(UUID.class)
        .list();
  }

  /** The same command again, the id of another one, or a day that cannot be. */
  private static Optional<Joined> beforeIt(Handle handle, Joining joining) {
    Optional<JdbcMemberRow> known = find(handle, joining.memberId());
    if (known.isPresent()) {
      return known.map(row -> row.isThis(joining) ? Joined.DONE : Joined.OTHER_THING);
    }
    return handle
        .createQuery(SQL.statement("last_day_of"))
        .bind("personId", joining.personId().value())
        .map((row, context) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .one()
        .filter(joining.from()::isBefore)
        .map(_ -> Joined.TOO_EARLY);
  }

  Optional<JdbcMemberRow> find(MemberId id) {
    return database.with(handle -> find(handle, id));
  }

  private static Optional<JdbcMemberRow> find(Handle handle, MemberId id) {
    return handle
        .createQuery(SQL.statement("find_member"))
        .bind("memberId", id.value())
        .map((row, context) -> JdbcMemberRow.of(row))
        .findOne();
  }

  private static Update bind(Update update, Composition composition) {
    return update
        .bind("type", composition.type())
        .bind("adults", composition.adults())
        .bind("minors", composition.minors())
        .bind("under3", composition.under3())
        .bind("pets", composition.pets());
  }

  private static Household household(ResultSet row) throws SQLException {
    return new Household(
        new HouseholdId(row.getObject("household_id", UUID.class)),
        row.getInt("version"),
        new Composition(
            HouseholdType.valueOf(row.getString("household_type")),
            row.getInt("adults"),
            row.getInt("minors"),
            row.getInt("under_3"),
            Pets.valueOf(row.getString("pets"))),
        List.of(),
        List.of(),
        null,
        known(row, "changed_at"),
        new AgentId(row.getString("changed_by")));
  }
}
