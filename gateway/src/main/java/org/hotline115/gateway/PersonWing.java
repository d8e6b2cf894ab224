package org.hotline115.gateway;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.person.PersonFeature;
import org.hotline115.gateway.web.PersonRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.WhoRoutes;

/** Persons, as desks meet them. */
public record PersonWing(
    PersonFeature persons, DisplayNames names, ZoneId zone, InstantSource clock) implements Wing {

  static PersonWing of(
      Ground ground, AccessFeature access, ContactFeature contacts, CallerStore callerStore) {
    ZoneId zone = ground.config().deployment().zone();
    return new PersonWing(
        new PersonFeature(
            new PersonFeature.Ground(
                ground.database(),
                ground.cipher(),
                ground.callers(),
                access.audit(),
                ground.clock(),
                zone),
            contacts.readContacts(),
            callerStore),
        access.displayNames(),
        zone,
        ground.clock());
  }

  @Override
  public List<Routes> routes() {
    return List.of(
        new WhoRoutes(persons, zone, clock), new PersonRoutes(persons, names, zone, clock));
  }
}
