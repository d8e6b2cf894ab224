package org.hotline115.callflow.contact;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Whose contact it is and in which call: asked before each hold, so not of PostgreSQL each time. An
 * answer is believed for {@link #BELIEVED}; while PostgreSQL is away the last one is believed
 * longer, so that a hold made meanwhile still ends with its call.
 */
public final class ContactOwners {

  /** A colleague who lost the contact may hold for it so long at most. */
  static final Duration BELIEVED = Duration.ofSeconds(5);

  private static final int KEPT_MAX = 20_000;

  /** {@code callId} is null for a contact without a call. */
  public record Owner(AgentId agent, @Nullable CallId callId) {}

  private record Known(Owner owner, Instant askedAt) {}

  private final JdbcContacts contacts;
  private final InstantSource clock;
  private final ConcurrentMap<ContactId, Known> known = new ConcurrentHashMap<>();

  ContactOwners(JdbcContacts contacts, InstantSource clock) {
    this.contacts = contacts;
    this.clock = clock;
  }

  /**
   * Empty when there is no such contact.
   *
   * @throws RecordsAway when PostgreSQL does not answer and nobody asked before
   */
  public Optional<Owner> of(ContactId id) {
    Known last = known.get(id);
    Instant now = clock.instant();
    if (last != null && last.askedAt().plus(BELIEVED).isAfter(now)) {
      return Optional.of(last.owner());
    }
    try {
      Optional<Owner> owner =
          contacts.find(id).map(contact -> new Owner(contact.agent(), contact.callId()));
      owner.ifPresent(found -> keep(id, new Known(found, now)));
      return owner;
    } catch (RecordsAway away) {
      if (last == null) {
        throw away;
      }
      return Optional.of(last.owner());
    }
  }

  private void keep(ContactId id, Known owner) {
    if (known.size() >= KEPT_MAX) {
      known.clear();
    }
    known.put(id, owner);
  }

  /** As {@link #of}, but not from memory: nobody is refused because of an old answer. */
  public Optional<Owner> afresh(ContactId id) {
    known.computeIfPresent(id, (_, last) -> new Known(last.owner(), Instant.EPOCH));
    return of(id);
  }

  /** Somebody else has it now. */
  void forget(ContactId id) {
    known.remove(id);
  }
}
