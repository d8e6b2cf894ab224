package org.hotline115.callflow.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, kept in PostgreSQL and for {@link #FRESH} in this process. While PostgreSQL is away a
 * session that this process knows stays valid within its limits, so that nobody is thrown out in
 * the middle of a call; an unknown one is refused. A role or password changed on another gateway is
 * noticed after {@link #FRESH} at the latest.
 */
public final class Sessions {

  static final Duration FRESH = Duration.ofSeconds(5);
  static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
  static final int REMEMBERED_MAX = 10_000;

  private record Remembered(Session session, Instant checkedAt, Instant touchedAt) {}

  private final JdbcSessions store;
  private final SessionLimits limits;
  private final InstantSource clock;
  private final ConcurrentMap<String, Remembered> remembered = new ConcurrentHashMap<>();
  private final List<Consumer<String>> whenEnded = new CopyOnWriteArrayList<>();

  public Sessions(Database database, SessionLimits limits, InstantSource clock) {
    this.store = new JdbcSessions(database);
    this.limits = limits;
    this.clock = clock;
  }

  /** Told the token hash of each session that this process sees end. */
  public void whenEnded(Consumer<String> listener) {
    whenEnded.add(listener);
  }

  SignInResult.SignedIn start(Account account) {
    Instant now = clock.instant();
    SessionToken token = SessionToken.random();
    Session session = new Session(token.hash(), account, now, now);
    store.insert(session);
    remember(new Remembered(session, now, now));
    return new SignInResult.SignedIn(token, session);
  }

  public SessionCheck check(SessionToken token) {
    return check(token.hash());
  }

  /** By the hash: for a socket that stays open and asks again. */
  public SessionCheck check(String tokenHash) {
    Instant now = clock.instant();
    Remembered known = remembered.get(tokenHash);
    if (known != null && known.checkedAt().plus(FRESH).isAfter(now)) {
      return within(known.session(), now) ? seen(known, now) : over(tokenHash);
    }
    try {
      return store
          .find(tokenHash)
          .filter(session -> within(session, now))
          .map(session -> seen(refreshed(session, known, now), now))
          .orElseGet(() -> over(tokenHash));
    } catch (RecordsAway away) {
      return known != null && within(known.session(), now)
          ? new SessionCheck.Valid(known.session().seenAt(now))
          : new SessionCheck.RecordsDown();
    }
  }

  private static Remembered refreshed(Session session, @Nullable Remembered known, Instant now) {
    return new Remembered(session, now, known == null ? session.lastSeenAt() : known.touchedAt());
  }

  private boolean within(Session session, Instant now) {
    return session.startedAt().plus(limits.absolute()).isAfter(now)
        && session.lastSeenAt().plus(limits.idle()).isAfter(now);
  }

  private SessionCheck seen(Remembered known, Instant now) {
    boolean touch = !known.touchedAt().plus(TOUCH_EVERY).isAfter(now);
    if (touch) {
      try {
        store.touch(known.session().tokenHash(), now);
      } catch (RecordsAway later) {
        touch = false; // the next request touches it
      }
    }
    Session session = known.session().seenAt(now);
    remember(new Remembered(session, known.checkedAt(), touch ? now : known.touchedAt()));
    return new SessionCheck.Valid(session);
  }

  private SessionCheck over(String tokenHash) {
    forget(tokenHash);
    return new SessionCheck.SignedOut();
  }

  private void remember(Remembered known) {
    if (remembered.size() >= REMEMBERED_MAX) {
      remembered.clear(); // they are all in PostgreSQL
    }
    remembered.put(known.session().tokenHash(), known);
  }

  private void forget(String tokenHash) {
    remembered.remove(tokenHash);
    whenEnded.forEach(listener -> listener.accept(tokenHash));
  }

  /** Signs out. Ended here at once, even when PostgreSQL is away and the caller is told so. */
  public void end(SessionToken token) {
    forget(token.hash());
    store.delete(token.hash());
  }

  /** After a change of password or role. Their rows are gone already. */
  void endAllOf(AgentId agent) {
    remembered.values().stream()
        .map(Remembered::session)
        .filter(session -> session.agent().equals(agent))
        .map(Session::tokenHash)
        .toList()
        .forEach(this::forget);
  }

  /** Takes out what is over; for a job that runs now and then. */
  public int purge() {
    Instant now = clock.instant();
    return store.purge(now.minus(limits.absolute()), now.minus(limits.idle()));
  }
}
