package org.hotline115.callflow.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline115.callflow.store.RecordsAway;

/** What colleagues are called on screens. Read now and then; never waits for missing records. */
public final class DisplayNames {

  private static final Duration OLD = Duration.ofSeconds(30);

  private final JdbcAccounts accounts;
  private final InstantSource clock;
  private volatile Map<AgentId, String> names = Map.of();
  private volatile Instant readAt = Instant.EPOCH;

  DisplayNames(JdbcAccounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The sign-in name when nothing better is known. Asks PostgreSQL at most every half minute. */
  public String of(AgentId agent) {
    Instant now = clock.instant();
    if (readAt.plus(OLD).isBefore(now)) {
      readAt = now;
      try {
        names =
            accounts.list().stream()
                .collect(Collectors.toMap(Account::agent, Account::displayName));
      } catch (RecordsAway away) {
        return names.getOrDefault(agent, agent.value()); // as it was
      }
    }
    return names.getOrDefault(agent, agent.value());
  }
}
