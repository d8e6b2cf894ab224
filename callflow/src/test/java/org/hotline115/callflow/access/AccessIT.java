package org.hotline115.callflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessIT {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId ADMIN = new AgentId("admin");
  private static final String PASSWORD = "correct horse battery";

  private final TickingClock clock = new TickingClock();
  private final Database database = TestServers.database();
  private final AccessFeature access =
      new AccessFeature(
          database, new SessionLimits(Duration.ofHours(12), Duration.ofHours(2)), clock);

  @BeforeEach
  void claireHasAnAccount() {
    access.createAccount().create(new Account(CLAIRE, "Claire B.", Role.LISTENER), PASSWORD, ADMIN);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theRightPasswordOpensASession() {
    SessionToken token = signIn();

    assertThat(access.sessions().check(token))
        .isInstanceOfSatisfying(
            SessionCheck.Valid.class,
            valid -> assertThat(valid.session().role()).isEqualTo(Role.LISTENER));
  }

  @Test
  void wrongPasswordAndUnknownAccountGetTheSameAnswer() {
    assertThat(access.signIn().signIn("claire", "wrong", "10.0.0.1"))
        .isEqualTo(access.signIn().signIn("nobody", PASSWORD, "10.0.0.1"))
        .isEqualTo(access.signIn().signIn("../etc\u0000", PASSWORD, "10.0.0.1"))
        .isEqualTo(new SignInResult.WrongCredentials());
  }

  @Test
  void guessingIsSlowedDown() {
    for (int i = 0; i < 5; i++) {
      access.signIn().signIn("claire", "wrong", "10.0.0.1");
    }

    assertThat(access.signIn().signIn("claire", PASSWORD, "10.0.0.1"))
        .isEqualTo(new SignInResult.TooManyAttempts(Duration.ofSeconds(5)));
  }

  @Test
  void anIdleSessionEnds() {
    SessionToken token = signIn();

    clock.tick(Duration.ofMinutes(121));

    assertThat(access.sessions().check(token)).isEqualTo(new SessionCheck.SignedOut());
  }

  @Test
  void aBusySessionEndsAtTheAbsoluteLimit() {
    SessionToken token = signIn();
    for (int hour = 0; hour < 11; hour++) {
      clock.tick(Duration.ofHours(1));
      assertThat(access.sessions().check(token)).isInstanceOf(SessionCheck.Valid.class);
    }

    clock.tick(Duration.ofMinutes(61));

    assertThat(access.sessions().check(token)).isEqualTo(new SessionCheck.SignedOut());
  }

  @Test
  void signingOutEndsTheSession() {
    SessionToken token = signIn();

    access.sessions().end(token);

    assertThat(access.sessions().check(token)).isEqualTo(new SessionCheck.SignedOut());
  }

  @Test
  void aChangedPasswordOrRoleEndsEverySessionAtOnce() {
    List<String> ended = new ArrayList<>();
    access.sessions().whenEnded(ended::add);
    SessionToken first = signIn();
    access.changeAccount().role(CLAIRE, Role.SUPERVISOR, ADMIN);
    SessionToken second = signIn();

    access.changeAccount().password(CLAIRE, "another long password", ADMIN);

    assertThat(access.sessions().check(first)).isEqualTo(new SessionCheck.SignedOut());
    assertThat(access.sessions().check(second)).isEqualTo(new SessionCheck.SignedOut());
    assertThat(ended).contains(first.hash(), second.hash());
  }

  @Test
  void anotherGatewayNoticesAChangedRoleWithinSeconds() {
    SessionToken token = signIn();
    AccessFeature other = new AccessFeature(database, SessionLimits.SHIFT, clock);
    assertThat(other.sessions().check(token)).isInstanceOf(SessionCheck.Valid.class);

    access.changeAccount().role(CLAIRE, Role.PLACE_MANAGER, ADMIN);
    clock.tick(Sessions.FRESH);

    assertThat(other.sessions().check(token)).isEqualTo(new SessionCheck.SignedOut());
  }

  @Test
  void aKnownSessionSurvivesWhileTheRecordsAreAwayAndAnUnknownOneDoesNot() {
    SessionToken token = signIn();
    database.close();
    clock.tick(Duration.ofMinutes(5));

    assertThat(access.sessions().check(token)).isInstanceOf(SessionCheck.Valid.class);
    assertThat(access.sessions().check(SessionToken.random()))
        .isEqualTo(new SessionCheck.RecordsDown());
    assertThatThrownBy(() -> access.signIn().signIn("claire", PASSWORD, "10.0.0.1"))
        .isInstanceOf(RecordsAway.class);
  }

  @Test
  void aShortPasswordAndASecondAccountOfTheSameNameAreRefused() {
    Account karim = new Account(new AgentId("karim"), "Karim D.", Role.LISTENER);

    assertThat(access.createAccount().create(karim, "short", ADMIN))
        .isEqualTo(new AccountResult.PasswordRefused(12, 128));
    assertThat(
            access
                .createAccount()
                .create(new Account(CLAIRE, "Other", Role.ADMIN), PASSWORD, ADMIN))
        .isEqualTo(new AccountResult.AlreadyThere());
  }

  @Test
  void theAuditTrailRefusesChangesAndIsOneChainUnderConcurrency() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String id = "thing-" + i;
        writers.add(
            threads.submit(() ->
                access
                    .audit()
                    .record(AuditEvent.of(clock.instant(), CLAIRE, "READ", "CONTACT", id))));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    }

    assertThat(access.audit().firstBrokenLink()).isEmpty();
    assertThatThrownBy(() -> run("DELETE FROM audit_event")).hasMessageContaining("append-only");
    assertThatThrownBy(() -> run("UPDATE audit_event SET actor = 'x'"))
        .hasMessageContaining("append-only");
  }

  @Test
  void aRowChangedBehindTheTriggersBackIsFound() {
    signIn();
    run("ALTER TABLE audit_event DISABLE TRIGGER audit_event_is_append_only");

    run("UPDATE audit_event SET actor = 'karim' WHERE seq = 2");

    assertThat(access.audit().firstBrokenLink()).hasValue(2);
  }

  private SessionToken signIn() {
    SignInResult result = access.signIn().signIn(" Claire ", PASSWORD, "10.0.0.7");
    assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
    return ((SignInResult.SignedIn) result).token();
  }

  private void run(String sql) {
    database.with(handle -> handle.execute(sql));
  }
}
