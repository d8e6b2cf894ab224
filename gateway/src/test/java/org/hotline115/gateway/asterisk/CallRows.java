package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.store.Database;

/** What PostgreSQL says of calls, for tests that trust nobody else. */
public record CallRows(Database database, Instant since) {

  public CallRows(Database database) {
    this(database, Instant.EPOCH);
  }

  /** Only calls that rang from then on. */
  public static CallRows from(Database database, Instant since) {
    return new CallRows(database, since);
  }

  public List<Map<String, Object>> all() {
    return database.with(handle ->
        handle
            .createQuery("SELECT * FROM call WHERE received_at >= :since ORDER BY received_at")
            .bind("since", since.atOffset(java.time.ZoneOffset.UTC))
            .mapToMap()
            .list());
  }

  public int count() {
    return all().size();
  }

  /** The newest row, or an empty one. */
  public Map<String, Object> newest() {
    List<Map<String, Object>> rows = all();
    return rows.isEmpty() ? Map.of() : rows.getLast();
  }

  public boolean newestIs(String column, Object value) {
    return value.equals(newest().get(column));
  }

  public String agentState(String agent) {
    return database.with(handle ->
        handle
            .createQuery("SELECT state FROM agent_presence WHERE agent = :agent")
            .bind("agent", agent)
            .mapTo(String.class)
            .findOne()
            .orElse("OFFLINE"));
  }
}
