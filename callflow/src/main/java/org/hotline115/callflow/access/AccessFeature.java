package org.hotline115.callflow.access;

import java.time.InstantSource;
import java.util.List;
import org.hotline115.callflow.store.Database;

/** Wires accounts, sessions and the audit trail. */
public final class AccessFeature {

  private final JdbcAccounts accounts;
  private final JdbcAuditTrail audit;
  private final Sessions sessions;
  private final SignIn signIn;
  private final DisplayNames displayNames;
  private final ManagedSites managedSites;
  private final AgentLanguages agentLanguages;

  public AccessFeature(Database database, SessionLimits limits, InstantSource clock) {
    this.audit = new JdbcAuditTrail(database);
    this.accounts = new JdbcAccounts(database, audit, clock);
    this.sessions = new Sessions(database, limits, clock);
    this.displayNames = new DisplayNames(accounts, clock);
    this.managedSites = new ManagedSites(new JdbcManagedSites(database, audit, clock), clock);
    this.agentLanguages = new AgentLanguages(new JdbcAgentLanguages(database, audit, clock));
    this.signIn = new SignIn(accounts, sessions, audit, clock);
  }

  public SignIn signIn() {
    return signIn;
  }

  public Sessions sessions() {
    return sessions;
  }

  public JdbcAuditTrail audit() {
    return audit;
  }

  public CreateAccount createAccount() {
    return new CreateAccount(accounts);
  }

  public ChangeAccount changeAccount() {
    return new ChangeAccount(accounts, sessions);
  }

  public ManagedSites managedSites() {
    return managedSites;
  }

  public AgentLanguages agentLanguages() {
    return agentLanguages;
  }

  public DisplayNames displayNames() {
    return displayNames;
  }

  public List<Account> accounts() {
    return accounts.list();
  }
}
