package org.hotline115.callflow.shelter;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.Ids;

/** The keys with which a shelter's own software tells figures. Each is of one site, shown once. */
public final class SiteKeys {

  private final JdbcSiteKeys store;
  private final InstantSource clock;
  private final Ids ids;

  SiteKeys(JdbcSiteKeys store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** A key as it is handed over; nobody can read it back later. */
  public record Made(UUID keyId, ShelterToken token) {}

  /** Empty when there is no such site. */
  public Optional<Made> make(String siteId, String name, AgentId by) {
    ShelterToken token = ShelterToken.random();
    SiteKey key = new SiteKey(ids.next(), siteId, name, clock.instant(), by.value(), null, null);
    return store.add(key, Hashes.of(token), by)
        ? Optional.of(new Made(key.keyId(), token))
        : Optional.empty();
  }

  public List<SiteKey> of(String siteId) {
    return store.list(siteId);
  }

  /** Worth nothing from now on; false when the site has no such key. */
  public boolean revoke(String siteId, UUID keyId, AgentId by) {
    return store.revoke(siteId, keyId, by, clock.instant());
  }

  /** Whose software asks; nothing for a key that is unknown or revoked. Fails closed. */
  public Optional<SiteKey> check(ShelterToken token) {
    return store.find(Hashes.of(token), clock.instant());
  }
}
