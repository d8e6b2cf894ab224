package org.hotline115.callflow.access;

/** Makes an account, by an administrator or by the demo. */
public final class CreateAccount {

  private final JdbcAccounts accounts;

  CreateAccount(JdbcAccounts accounts) {
    this.accounts = accounts;
  }

  public AccountResult create(Account account, String password, AgentId by) {
    if (!Passwords.isAcceptable(password)) {
      return new AccountResult.PasswordRefused(Passwords.LENGTH_MIN, Passwords.LENGTH_MAX);
    }
    return accounts.create(account, Passwords.hash(password), by)
        ? new AccountResult.Done()
        : new AccountResult.AlreadyThere();
  }
}
