package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.household.HouseholdFeature;
import org.hotline115.callflow.person.PersonFeature;
import org.hotline115.gateway.web.HouseholdRoutes;
import org.hotline115.gateway.web.Routes;

/** Households, as desks meet them. */
public record HouseholdWing(
    HouseholdFeature households, DisplayNames names, ZoneId zone, InstantSource clock)
    implements Wing {

  static HouseholdWing of(Ground ground, AccessFeature access, PersonFeature persons) {
    return new HouseholdWing(
        new HouseholdFeature(ground.database(), access.audit(), ground.clock(), persons),
        access.displayNames(),
        ground.config().deployment().zone(),
        ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(new HouseholdRoutes(households, names, zone, clock));
  }
}
