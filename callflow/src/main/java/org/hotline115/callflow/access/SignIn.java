package org.hotline115.callflow.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Name and password in, session out. Fails closed, slowly, and without saying which was wrong. */
public final class SignIn {

  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  private final JdbcAccounts accounts;
  private final Sessions sessions;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final SignInThrottle throttle;
  private final Passwords passwords = new Passwords();

  SignIn(JdbcAccounts accounts, Sessions sessions, AuditTrail audit, InstantSource clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
    this.throttle = new SignInThrottle(clock);
  }

  public SignInResult signIn(String name, String password, String address) {
    Optional<AgentId> agent = agent(name);
    String account = agent.map(AgentId::value).orElse("?");
    Duration wait = throttle.waitFor(account, address);
    if (!wait.isZero()) {
      return new SignInResult.TooManyAttempts(wait);
    }
    Optional<Account> right = agent.flatMap(known -> checked(known, password));
    if (right.isEmpty()) {
      if (agent.isEmpty()) {
        passwords.matchesNobody(password);
      }
      throttle.failed(account, address);
      LOG.atInfo().log("sign-in refused");
      return new SignInResult.WrongCredentials();
    }
    throttle.succeeded(account, address);
    SignInResult.SignedIn signedIn = sessions.start(right.get());
    audit.record(
        AuditEvent.of(
            clock.instant(), right.get().agent(), "SIGNED_IN", "ACCOUNT", right.get().agent()));
    return signedIn;
  }

  private Optional<Account> checked(AgentId agent, String password) {
    Optional<JdbcAccounts.Credentials> found = accounts.find(agent);
    if (found.isEmpty()) {
      passwords.matchesNobody(password);
      return Optional.empty();
    }
    return found
        .filter(credentials -> passwords.matches(password, credentials.passwordHash()))
        .map(JdbcAccounts.Credentials::account);
  }

  private static Optional<AgentId> agent(String name) {
    try {
      return Optional.of(new AgentId(name.strip().toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }
}
