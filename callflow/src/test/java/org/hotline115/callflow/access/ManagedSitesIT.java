package org.hotline115.callflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManagedSitesIT {

  private static final AgentId LILAS = new AgentId("lilas");
  private static final AgentId ADMIN = new AgentId("admin");

  private final Database database = TestServers.database();
  private final TickingClock clock = new TickingClock();
  private final AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, clock);
  private final ManagedSites sites = access.managedSites();

  @BeforeEach
  void twoSites() {
    for (String site : List.of("lilas", "orb")) {
      database.with(handle ->
          handle.execute(
              "INSERT INTO site VALUES (?, 'o', 'n', 'Montpellier', '34172', 'a', false, '')",
              site));
    }
    access
        .createAccount()
        .create(new Account(LILAS, "Lilas", Role.PLACE_MANAGER), "long enough a password", ADMIN);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Session session(Role role) {
    return new Session(
        "0".repeat(64), new Account(LILAS, "Lilas", role), clock.instant(), clock.instant());
  }

  @Test
  void anAccountSpeaksForAllSitesItWasGivenAndForNoOther() {
    sites.change(LILAS, Set.of("lilas"), ADMIN);

    SitesResult both = sites.change(LILAS, Set.of("lilas", "orb"), ADMIN);
    boolean orb = sites.mayActFor(session(Role.PLACE_MANAGER), "orb");
    sites.change(LILAS, Set.of("orb"), ADMIN);

    assertThat(both).isEqualTo(new SitesResult.Changed(Set.of("lilas", "orb")));
    assertThat(orb).isTrue();
    assertThat(sites.mayActFor(session(Role.PLACE_MANAGER), "lilas")).isFalse();
    assertThat(sites.mayActFor(session(Role.PLACE_MANAGER), "etoile")).isFalse();
  }

  @Test
  void withoutASiteTheNameOfTheAccountGivesNoRight() {
    assertThat(sites.mayActFor(session(Role.PLACE_MANAGER), "lilas")).isFalse();
  }

  @Test
  void coordinatorsActForEverySiteAndListenersForNone() {
    assertThat(sites.mayActFor(session(Role.COORDINATOR), "orb")).isTrue();
    assertThat(sites.mayActFor(session(Role.LISTENER), "orb")).isFalse();
  }

  @Test
  void oneUnknownSiteAndNothingIsChanged() {
    sites.change(LILAS, Set.of("lilas"), ADMIN);

    SitesResult unknown = sites.change(LILAS, Set.of("orb", "nowhere"), ADMIN);
    SitesResult hostile = sites.change(LILAS, Set.of("orb", "x},{y\""), ADMIN);

    assertThat(unknown).isEqualTo(new SitesResult.NoSuchSite(List.of("nowhere")));
    assertThat(hostile).isEqualTo(new SitesResult.NoSuchSite(List.of("x},{y\"")));
    assertThat(sites.of(LILAS)).containsExactly("lilas");
    assertThat(sites.change(new AgentId("nobody"), Set.of("orb"), ADMIN))
        .isEqualTo(new SitesResult.NoSuchAccount());
  }

  @Test
  void theSameAgainWritesNoSecondAuditRow() {
    sites.change(LILAS, Set.of("orb"), ADMIN);

    sites.change(LILAS, Set.of("orb"), ADMIN);

    assertThat(
            database.<Integer>with(handle ->
                handle
                    .createQuery("SELECT count(*) FROM audit_event WHERE action = 'SITES_CHANGED'")
                    .mapTo(Integer.class)
                    .one()))
        .isEqualTo(1);
  }

  @Test
  void anotherGatewayNoticesAfterSeconds() {
    sites.change(LILAS, Set.of("lilas"), ADMIN);
    ManagedSites elsewhere = new AccessFeature(database, SessionLimits.SHIFT, clock).managedSites();
    boolean before = elsewhere.mayActFor(session(Role.PLACE_MANAGER), "lilas");

    sites.change(LILAS, Set.of(), ADMIN);
    clock.tick(ManagedSites.FRESH.plus(Duration.ofMillis(1)));

    assertThat(before).isTrue();
    assertThat(elsewhere.mayActFor(session(Role.PLACE_MANAGER), "lilas")).isFalse();
  }

  @Test
  void whileTheRecordsAreAwayOnlyWhatIsKnownStays() {
    sites.change(LILAS, Set.of("lilas"), ADMIN);
    ManagedSites fresh = new AccessFeature(database, SessionLimits.SHIFT, clock).managedSites();
    clock.tick(Duration.ofMinutes(1));

    database.close();

    assertThat(sites.mayActFor(session(Role.PLACE_MANAGER), "lilas")).isTrue();
    assertThat(fresh.mayActFor(session(Role.PLACE_MANAGER), "lilas")).isFalse();
  }
}
