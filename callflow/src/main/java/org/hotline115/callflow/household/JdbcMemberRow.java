package org.hotline115.callflow.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.person.FoundPerson;
import org.hotline115.callflow.person.PersonId;
import org.jspecify.annotations.Nullable;

/** A stay in a household as a row; {@code root} is in whose file the person is read. */
record JdbcMemberRow(
    MemberId memberId,
    HouseholdId householdId,
    PersonId root,
    Role role,
    LocalDate from,
    @Nullable LocalDate to,
    AgentId notedBy) {

  static JdbcMemberRow of(ResultSet row) throws SQLException {
    return new JdbcMemberRow(
        new MemberId(row.getObject("member_id", UUID.class)),
        new HouseholdId(row.getObject("household_id", UUID.class)),
        new PersonId(row.getObject("root_id", UUID.class)),
        Role.valueOf(row.getString("role")),
        row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class),
        new AgentId(row.getString("noted_by")));
  }

  boolean isThis(JdbcHouseholds.Joining joining) {
    return root.equals(joining.personId())
        && householdId.equals(joining.householdId())
        && role == joining.role()
        && from.equals(joining.from());
  }

  Member shownAs(FoundPerson person) {
    return new Member(memberId, person, role, from, to, notedBy);
  }
}
