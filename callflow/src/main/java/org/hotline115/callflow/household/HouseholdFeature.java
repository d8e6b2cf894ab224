package org.hotline115.callflow.household;

import java.time.InstantSource;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.person.PersonFeature;
import org.hotline115.callflow.store.Database;

/** Households, put together. */
public final class HouseholdFeature {

  private final OpenHousehold openHousehold;
  private final KeepHousehold keepHousehold;

  public HouseholdFeature(
      Database database, JdbcAuditTrail audit, InstantSource clock, PersonFeature persons) {
    JdbcReferents referents = new JdbcReferents(database, audit);
    JdbcHouseholds households =
        new JdbcHouseholds(database, persons.readPersons(), referents, audit);
    this.openHousehold = new OpenHousehold(persons.purposes(), households, referents, audit, clock);
    this.keepHousehold = new KeepHousehold(persons.purposes(), households, referents, clock);
  }

  public OpenHousehold openHousehold() {
    return openHousehold;
  }

  public KeepHousehold keepHousehold() {
    return keepHousehold;
  }
}
