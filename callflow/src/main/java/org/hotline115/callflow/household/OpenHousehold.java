package org.hotline115.callflow.household;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.person.Opening;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.person.Purposes;

/** Shows a person's household, for a purpose; the audit row is written before anything is shown. */
public final class OpenHousehold {

  private final Purposes purposes;
  private final JdbcHouseholds households;
  private final JdbcReferents referents;
  private final AuditTrail audit;
  private final InstantSource clock;

  OpenHousehold(
      Purposes purposes,
      JdbcHouseholds households,
      JdbcReferents referents,
      AuditTrail audit,
      InstantSource clock) {
    this.purposes = purposes;
    this.households = households;
    this.referents = referents;
    this.audit = audit;
    this.clock = clock;
  }

  public HouseholdResult open(PersonId id, Opening opening, Session by) {
    if (!purposes.allows(opening, id, by)) {
      return new HouseholdResult.NoPurpose();
    }
    Optional<HouseholdFile> file = households.of(id);
    if (file.isEmpty()) {
      return new HouseholdResult.NothingThere();
    }
    audit.record(
        AuditEvent.of(
                clock.instant(), by.agent(), "HOUSEHOLD_OPENED", "PERSON", file.get().personId())
            .inCall(purposes.callOf(opening)));
    return new HouseholdResult.Noted(file.get());
  }

  /** Who can be a referent, by name. */
  public List<AgentId> candidates() {
    return referents.candidates();
  }
}
