package org.hotline115.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.contact.ContactField;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.placement.PlacementFeature;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.gateway.web.AddressRoutes;
import org.hotline115.gateway.web.GuestNames;
import org.hotline115.gateway.web.PlacementRoutes;
import org.hotline115.gateway.web.Routes;

/** Who is expected, as sites and coordinators meet it, and the job that asks who is late. */
public record PlacementWing(
    PlacementFeature placements,
    BoardFeature board,
    AccessFeature access,
    ReadContacts contacts,
    InstantSource clock)
    implements Wing {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

  @Override
  public List<Routes> routes() {
    return List.of(
        new PlacementRoutes(
            placements,
            board.readBoard(),
            access.managedSites(),
            access.displayNames(),
            guestNames(),
            clock),
        new AddressRoutes(placements, board.readBoard()));
  }

  /** Only the word by which somebody wishes to be called; the rest of the file stays closed. */
  private GuestNames guestNames() {
    return contactId -> {
      try {
        return contacts
            .codesOf(contactId)
            .flatMap(contact -> contact.form().value(ContactField.PSEUDONYM))
            .map(Object::toString);
      } catch (RecordsAway away) {
        return Optional.empty(); // the door opens by the file's code as well
      }
    };
  }

  @Override
  public void start(Jobs jobs) {
    jobs.every(LOOK_EVERY, "overdue placements", placements.markOverdue()::run);
  }
}
