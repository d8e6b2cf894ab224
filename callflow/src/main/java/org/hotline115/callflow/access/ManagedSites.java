package org.hotline115.callflow.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.hotline115.callflow.store.RecordsAway;

/**
 * May this session act for this site? The one place where that is decided. A shelter's account acts
 * for the sites it was given, who keeps the places of the night for all, a listener for none. Fails
 * closed; while PostgreSQL is away what this process knows of an account stays true. A change on
 * another gateway is noticed after {@link #FRESH}.
 */
public final class ManagedSites {

  static final Duration FRESH = Duration.ofSeconds(5);
  static final int REMEMBERED_MAX = 10_000;
  static final int SITES_MAX = 200;

  private static final Pattern SITE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  private record Known(Set<String> siteIds, Instant at) {}

  private final JdbcManagedSites store;
  private final InstantSource clock;
  private final ConcurrentMap<AgentId, Known> known = new ConcurrentHashMap<>();

  ManagedSites(JdbcManagedSites store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public boolean mayActFor(Session session, String siteId) {
    return switch (session.role()) {
      case PLACE_MANAGER -> of(session.agent()).contains(siteId);
      case COORDINATOR, SUPERVISOR, ADMIN -> true;
      case LISTENER -> false;
    };
  }

  /** The sites given to this account; nothing when they are not known and cannot be read. */
  public Set<String> of(AgentId agent) {
    Instant now = clock.instant();
    Known last = known.get(agent);
    if (last != null && last.at().plus(FRESH).isAfter(now)) {
      return last.siteIds();
    }
    try {
      return remember(agent, store.of(agent), now);
    } catch (RecordsAway away) {
      return last == null ? Set.of() : last.siteIds();
    }
  }

  /** From now on the account speaks for these and no others. */
  public SitesResult change(AgentId agent, Set<String> siteIds, AgentId by) {
    if (siteIds.size() > SITES_MAX) {
      throw new IllegalArgumentException("an account speaks for at most " + SITES_MAX + " sites");
    }
    Set<String> strange = new TreeSet<>(siteIds);
    strange.removeIf(siteId -> SITE_ID.matcher(siteId).matches());
    if (!strange.isEmpty()) {
      return new SitesResult.NoSuchSite(strange.stream().toList());
    }
    SitesResult result = store.change(agent, siteIds, by);
    if (result instanceof SitesResult.Changed) {
      remember(agent, siteIds, clock.instant());
    }
    return result;
  }

  private Set<String> remember(AgentId agent, Set<String> siteIds, Instant at) {
    if (known.size() >= REMEMBERED_MAX) {
      known.clear(); // they are all in PostgreSQL
    }
    Set<String> kept = Set.copyOf(siteIds);
    known.put(agent, new Known(kept, at));
    return kept;
  }
}
