package org.hotline115.callflow.access;

import java.time.Instant;

/** A signed-in agent. The token itself is known only to the browser; here is its hash. */
public record Session(String tokenHash, Account account, Instant startedAt, Instant lastSeenAt) {

  public AgentId agent() {
    return account.agent();
  }

  public Role role() {
    return account.role();
  }

  Session seenAt(Instant at) {
    return new Session(tokenHash, account, startedAt, at);
  }

  @Override
  public String toString() {
    return "session of " + agent();
  }
}
