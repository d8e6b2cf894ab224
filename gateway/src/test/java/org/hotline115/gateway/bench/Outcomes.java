package org.hotline115.gateway.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.call.CallOutcome;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Secret;
import org.hotline115.gateway.asterisk.Sipp;

/** How calls ended, by PostgreSQL's word: how many by each outcome, and who called. */
final class Outcomes {

  /** Those before the queue: received is what these and the offered ones are together. */
  private static final Set<CallOutcome> NOT_OFFERED =
      Set.of(
          CallOutcome.BLOCKED_FULL,
          CallOutcome.BLOCKED_TECH,
          CallOutcome.IVR_ONLY,
          CallOutcome.IVR_EMERGENCY_HANDOFF);

  private static final Set<CallOutcome> OFFERED =
      Set.of(
          CallOutcome.ANSWERED,
          CallOutcome.ABANDONED_SHORT,
          CallOutcome.ABANDONED,
          CallOutcome.LEFT_FOR_CALLBACK,
          CallOutcome.TIMED_OUT,
          CallOutcome.EXIT_EMPTY);

  private final PhoneNumbers numbers = new PhoneNumbers("FR");
  private final BlindIndex index = new BlindIndex(new Secret(GatewayProcess.INDEX_SECRET), 1);
  private final Database database;

  Outcomes(Database database) {
    this.database = database;
  }

  /** Calls of each outcome that are over. */
  Map<CallOutcome, Integer> byOutcome() {
    return database.with(handle ->
        handle
            .createQuery(
                "SELECT outcome, count(*) AS calls FROM call WHERE outcome IS NOT NULL"
                    + " GROUP BY outcome")
            .reduceRows(
                new HashMap<CallOutcome, Integer>(),
                (all, row) -> {
                  all.put(
                      CallOutcome.valueOf(row.getColumn("outcome", String.class)),
                      row.getColumn("calls", Integer.class));
                  return all;
                }));
  }

  int over() {
    return byOutcome().values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Every call that rang, whether it is over or not. */
  int received() {
    return database.with(
        handle -> handle.createQuery("SELECT count(*) FROM call").mapTo(Integer.class).one());
  }

  int notOffered() {
    return sum(NOT_OFFERED);
  }

  int offered() {
    return sum(OFFERED);
  }

  private int sum(Set<CallOutcome> these) {
    Map<CallOutcome, Integer> all = byOutcome();
    return these.stream().mapToInt(outcome -> all.getOrDefault(outcome, 0)).sum();
  }

  /** Of a crowd that never hangs up by itself: how many were not answered by a human. */
  int notAnswered(Sipp.Crowd crowd) {
    Set<String> answered =
        new HashSet<>(
            database.with(handle ->
                handle
                    .createQuery("SELECT caller_key FROM call WHERE outcome = 'ANSWERED'")
                    .mapTo(String.class)
                    .list()));
    List<String> missed =
        crowd.numbers().stream()
            .map(number -> index.keyOf(numbers.read(number).orElseThrow()).hex())
            .filter(key -> !answered.contains(key))
            .toList();
    return missed.size();
  }
}
