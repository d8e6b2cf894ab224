package org.hotline115.gateway.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.household.Composition;
import org.hotline115.callflow.household.Household;
import org.hotline115.callflow.household.HouseholdFile;
import org.hotline115.callflow.household.HouseholdId;
import org.hotline115.callflow.household.Member;
import org.hotline115.callflow.household.MemberId;
import org.hotline115.callflow.household.Referent;
import org.hotline115.callflow.household.Role;
import org.hotline115.callflow.person.PersonDetails;
import org.hotline115.callflow.person.PersonId;
import org.jspecify.annotations.Nullable;

/** A person's household on the wire. */
record HouseholdView(
    PersonId personId,
    @Nullable Shown household,
    List<HouseholdFile.Earlier> earlier,
    List<ReferentView> colleagues) {

  record Shown(
      HouseholdId householdId,
      int version,
      HouseholdType householdType,
      int adults,
      int minors,
      int under3,
      Pets pets,
      List<MemberView> members,
      List<MemberView> former,
      @Nullable ReferentView referent,
      Instant changedAt,
      String changedBy) {

    static Shown of(Household household, DisplayNames names) {
      Composition said = household.composition();
      Referent referent = household.referent();
      return new Shown(
          household.householdId(),
          household.version(),
          said.type(),
          said.adults(),
          said.minors(),
          said.under3(),
          said.pets(),
          household.members().stream().map(MemberView::of).toList(),
          household.former().stream().map(MemberView::of).toList(),
          referent == null
              ? null
              : new ReferentView(referent.agent(), names.of(referent.agent()), referent.since()),
          household.changedAt(),
          names.of(household.changedBy()));
    }
  }

  record MemberView(
      MemberId memberId,
      PersonId personId,
      String code,
      String firstName,
      String lastName,
      String pseudonym,
      @Nullable Integer birthYear,
      Role role,
      LocalDate from,
      @Nullable LocalDate to) {

    static MemberView of(Member member) {
      PersonDetails details = member.person().details();
      return new MemberView(
          member.memberId(),
          member.person().personId(),
          member.person().code().value(),
          details.firstName(),
          details.lastName(),
          details.pseudonym(),
          details.birthYear(),
          member.role(),
          member.from(),
          member.to());
    }
  }

  /** {@code since} is null for whoever could be it. */
  record ReferentView(AgentId agent, String displayName, @Nullable Instant since) {}

  static HouseholdView of(HouseholdFile file, List<AgentId> candidates, DisplayNames names) {
    Household household = file.household();
    return new HouseholdView(
        file.personId(),
        household == null ? null : Shown.of(household, names),
        file.earlier(),
        candidates.stream().map(agent -> new ReferentView(agent, names.of(agent), null)).toList());
  }
}
