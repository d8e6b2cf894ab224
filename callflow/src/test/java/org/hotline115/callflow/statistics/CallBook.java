package org.hotline115.callflow.statistics;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.JdbcCallStore;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Database;
import org.jspecify.annotations.Nullable;

/**
 * Calls, promises and contacts on record, and beside them what was written, for who counts anew.
 */
public final class CallBook {

  static final AgentId CLAIRE = new AgentId("claire");

  /** A promise as its row says it. */
  record Promise(
      CallId from,
      String line,
      String language,
      CallerKey caller,
      Instant dueBy,
      String status,
      @Nullable Instant closedAt,
      String channel) {}

  private final Database database;
  private final JdbcCallStore store;
  private final Map<CallId, Call> calls = new LinkedHashMap<>();
  private final List<Promise> promises = new ArrayList<>();
  private final Set<CallId> closedContacts = new HashSet<>();
  private int number;

  public CallBook(Database database) {
    this.database = database;
    this.store = new JdbcCallStore(database, CallRules.DEFAULTS);
  }

  public static CallerKey key(int caller) {
    return new CallerKey("%064x".formatted(caller));
  }

  CallId nextId() {
    return new CallId("hotline1-1." + ++number);
  }

  public CallId arrives(@Nullable CallerKey caller, String line, Instant at) {
    CallId id = nextId();
    tell(
        new CallFact.Arrived(
            id,
            at,
            line,
            caller == null
                ? CallerIdentity.without(CallerIdState.WITHHELD)
                : new CallerIdentity(CallerIdState.PRESENTED, caller, null)));
    return id;
  }

  /** Somebody rings the public line and waits from the second after. */
  public CallId waits(@Nullable CallerKey caller, Instant at) {
    CallId id = arrives(caller, "public", at);
    tell(new CallFact.EnteredQueue(id, at.plusSeconds(1), "public", 1));
    return id;
  }

  public CallId answered(@Nullable CallerKey caller, Instant at, long waitSeconds) {
    CallId id = waits(caller, at);
    Instant answeredAt = at.plusSeconds(1 + waitSeconds);
    tell(new CallFact.AgentConnected(id, answeredAt, CLAIRE, 3));
    tell(new CallFact.Ended(id, answeredAt.plusSeconds(300), 16));
    return id;
  }

  public CallId leaves(@Nullable CallerKey caller, Instant at, long waitSeconds, QueueExit exit) {
    CallId id = waits(caller, at);
    Instant leftAt = at.plusSeconds(1 + waitSeconds);
    tell(new CallFact.LeftQueue(id, leftAt, exit));
    tell(new CallFact.Ended(id, leftAt, 16));
    return id;
  }

  public void tell(CallFact fact) {
    calls.put(fact.callId(), store.change(fact, call -> call.with(fact)).after());
  }

  void promise(Promise promise) {
    promises.add(promise);
    database.with(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO callback (code, line, queue, caller_key, language, presentation,
                  kept_rank_at, requested_at, due_by, status, texts, channel, from_call, not_before,
                  closed_at)
                VALUES ('0001', :line, :queue, :key, :language, 'NUMBER', :due, :due, :due,
                  :status, false, :channel, :from, :due, :closed)
                """)
            .bind("line", promise.line())
            .bind("queue", "q" + promises.size())
            .bind("key", promise.caller().hex())
            .bind("language", promise.language())
            .bind("due", promise.dueBy().atOffset(ZoneOffset.UTC))
            .bind("status", promise.status())
            .bind("channel", promise.channel())
            .bind("from", promise.from().linkedid())
            .bindBySqlType(
                "closed",
                promise.closedAt() == null ? null : promise.closedAt().atOffset(ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE)
            .execute());
  }

  void contact(CallId call, Instant openedAt, boolean closed) {
    if (closed) {
      closedContacts.add(call);
    }
    database.with(handle ->
        handle
            .createUpdate(
                """
                INSERT INTO contact (contact_id, call_id, agent, version, opened_at, saved_at,
                  closed_at, channel, caller_kind, kinds, household_type, insee_code, next_step,
                  result)
                VALUES (:id, :call, 'claire', 1, :at, :at, CASE WHEN :closed THEN :at END,
                  'CALL_115', 'SELF', '{SHELTER}', 'MAN_ALONE', '34172', 'NONE_NEEDED', 'SOLVED')
                """)
            .bind("id", UUID.randomUUID())
            .bind("call", call.linkedid())
            .bind("at", openedAt.atOffset(ZoneOffset.UTC))
            .bind("closed", closed)
            .execute());
  }

  List<Call> calls() {
    return List.copyOf(calls.values());
  }

  List<Promise> promises() {
    return List.copyOf(promises);
  }

  Set<CallId> closedContacts() {
    return Set.copyOf(closedContacts);
  }
}
