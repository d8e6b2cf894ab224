package org.hotline115.callflow.access;

/** Changes a password or a role. Either ends all sessions of the account at once. */
public final class ChangeAccount {

  private final JdbcAccounts accounts;
  private final Sessions sessions;

  ChangeAccount(JdbcAccounts accounts, Sessions sessions) {
    this.accounts = accounts;
    this.sessions = sessions;
  }

  public AccountResult password(AgentId agent, String password, AgentId by) {
    if (!Passwords.isAcceptable(password)) {
      return new AccountResult.PasswordRefused(Passwords.LENGTH_MIN, Passwords.LENGTH_MAX);
    }
    return done(agent, accounts.changePassword(agent, Passwords.hash(password), by));
  }

  public AccountResult role(AgentId agent, Role role, AgentId by) {
    return done(agent, accounts.changeRole(agent, role, by));
  }

  private AccountResult done(AgentId agent, boolean changed) {
    if (!changed) {
      return new AccountResult.NoSuchAccount();
    }
    sessions.endAllOf(agent);
    return new AccountResult.Done();
  }
}
