package org.hotline115.callflow.household;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.household.JdbcHouseholds.Joined;
import org.hotline115.callflow.household.JdbcHouseholds.Joining;
import org.hotline115.callflow.person.Opening;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.person.Purposes;

/**
 * Who comes into a household, who leaves it, how many they say they are, and whom they speak to
 * first. Every command may be sent again.
 */
public final class KeepHousehold {

  private final Purposes purposes;
  private final JdbcHouseholds households;
  private final JdbcReferents referents;
  private final InstantSource clock;

  KeepHousehold(
      Purposes purposes, JdbcHouseholds households, JdbcReferents referents, InstantSource clock) {
    this.purposes = purposes;
    this.households = households;
    this.referents = referents;
    this.clock = clock;
  }

  /**
   * Somebody's coming.
   *
   * @param from their first day in it, today at the latest
   */
  public record Arrival(MemberId memberId, Role role, LocalDate from) {}

  /** The person is the first in a household that nobody had noted. */
  public HouseholdResult start(
      HouseholdId householdId,
      Composition composition,
      Arrival arrival,
      PersonId id,
      Opening opening,
      Session by) {
    return with(
        id,
        opening,
        by,
        file -> {
          Joining joining = joining(arrival, householdId, file.personId());
          AuditEvent event = event("HOUSEHOLD_JOINED", file.personId(), opening, by);
          return answer(id, households.start(joining, composition, event));
        });
  }

  /** {@code other} comes into the household of {@code id}, and leaves the one they were in. */
  public HouseholdResult join(
      PersonId other, Arrival arrival, PersonId id, Opening opening, Session by) {
    return within(
        id,
        opening,
        by,
        (file, household) -> {
          Optional<HouseholdFile> joins = households.of(other);
          if (joins.isEmpty()) {
            return new HouseholdResult.NothingThere();
          }
          PersonId root = joins.get().personId();
          return answer(
              id,
              households.join(
                  joining(arrival, household.householdId(), root),
                  event("HOUSEHOLD_JOINED", root, opening, by)));
        });
  }

  private static Joining joining(Arrival arrival, HouseholdId household, PersonId person) {
    return new Joining(arrival.memberId(), household, person, arrival.role(), arrival.from());
  }

  private HouseholdResult answer(PersonId id, Joined joined) {
    return switch (joined) {
      case DONE -> noted(id);
      case TOO_EARLY -> new HouseholdResult.TooEarly();
      case OTHER_THING -> new HouseholdResult.OtherThing();
    };
  }

  /** Leaving what one has left is done already. {@code on} is their last day in it. */
  public HouseholdResult leave(
      MemberId memberId, LocalDate on, PersonId id, Opening opening, Session by) {
    return with(
        id,
        opening,
        by,
        file -> {
          Optional<JdbcMemberRow> member = households.find(memberId);
          boolean isOfThisHousehold =
              member.filter(each -> isOfFile(each.householdId(), each.root(), file)).isPresent();
          if (!isOfThisHousehold) {
            return new HouseholdResult.NothingThere();
          }
          if (on.isBefore(member.orElseThrow().from())) {
            return new HouseholdResult.TooEarly();
          }
          PersonId leaving = member.orElseThrow().root();
          households.leave(memberId, leaving, on, event("HOUSEHOLD_LEFT", leaving, opening, by));
          return noted(id);
        });
  }

  /** In the household of the file, or the person of the file themselves in one they left. */
  private static boolean isOfFile(HouseholdId id, PersonId member, HouseholdFile file) {
    Household household = file.household();
    return member.equals(file.personId())
        || (household != null && household.householdId().equals(id));
  }

  /** A change that stands there already is noted, whatever its version says. */
  public HouseholdResult change(
      int version, Composition composition, PersonId id, Opening opening, Session by) {
    return within(
        id,
        opening,
        by,
        (file, household) -> {
          if (household.composition().equals(composition)) {
            return new HouseholdResult.Noted(file);
          }
          boolean changed =
              households.change(
                  household.householdId(),
                  version,
                  composition,
                  event("HOUSEHOLD_CHANGED", file.personId(), opening, by));
          return changed
              ? noted(id)
              : new HouseholdResult.ChangedElsewhere(households.of(id).orElseThrow());
        });
  }

  /** Only with the agreement of the persons, which the caller asked for. */
  public HouseholdResult nameReferent(
      ReferentId referentId, AgentId agent, PersonId id, Opening opening, Session by) {
    return within(
        id,
        opening,
        by,
        (file, household) -> {
          if (!referents.isAgent(agent)) {
            return new HouseholdResult.NoSuchAgent();
          }
          AuditEvent event = event("REFERENT_NAMED", file.personId(), opening, by);
          return referents.name(referentId, household.householdId(), agent, event)
              ? noted(id)
              : new HouseholdResult.OtherThing();
        });
  }

  public HouseholdResult endReferent(
      Referent.End reason, PersonId id, Opening opening, Session by) {
    return within(
        id,
        opening,
        by,
        (file, household) -> {
          referents.end(
              household.householdId(),
              reason,
              event("REFERENT_ENDED", file.personId(), opening, by));
          return noted(id);
        });
  }

  private interface OnFile {
    HouseholdResult run(HouseholdFile file);
  }

  private interface OnHousehold {
    HouseholdResult run(HouseholdFile file, Household household);
  }

  private HouseholdResult with(PersonId id, Opening opening, Session by, OnFile wish) {
    if (!purposes.allows(opening, id, by)) {
      return new HouseholdResult.NoPurpose();
    }
    return households.of(id).map(wish::run).orElseGet(HouseholdResult.NothingThere::new);
  }

  private HouseholdResult within(PersonId id, Opening opening, Session by, OnHousehold wish) {
    return with(
        id,
        opening,
        by,
        file -> {
          Household household = file.household();
          return household == null ? new HouseholdResult.NothingThere() : wish.run(file, household);
        });
  }

  private HouseholdResult noted(PersonId id) {
    return new HouseholdResult.Noted(households.of(id).orElseThrow());
  }

  private AuditEvent event(String action, PersonId person, Opening opening, Session by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return AuditEvent.of(now, by.agent(), action, "PERSON", person)
        .inCall(purposes.callOf(opening));
  }
}
