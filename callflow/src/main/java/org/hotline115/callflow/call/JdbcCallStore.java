package org.hotline115.callflow.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jspecify.annotations.Nullable;

/** Calls in PostgreSQL. A row lock makes two writers of one call take turns. */
public final class JdbcCallStore implements CallStore {

  private static final SqlFile SQL = SqlFile.beside(JdbcCallStore.class, "jdbc_calls.sql");

  private final Database database;
  private final CallRules rules;

  public JdbcCallStore(Database database, CallRules rules) {
    this.database = database;
    this.rules = rules;
  }

  @Override
  public Changed change(CallFact fact, UnaryOperator<Call> step) {
    return database.inTransaction(handle -> {
      handle
          .createUpdate(SQL.statement("begin_call"))
          .bind("callId", fact.callId().linkedid())
          .bind("outbound", fact.callId().isOutbound())
          .bind("firstSeenAt", utc(fact.at()))
          .execute();
      Call before =
          handle
              .createQuery(SQL.statement("lock_call"))
              .bind("callId", fact.callId().linkedid())
              .map((row, _) -> call(row))
              .one();
      Call after = step.apply(before);
      if (!after.equals(before)) {
        handle.createUpdate(SQL.statement("change_call")).bindMap(columns(after)).execute();
      }
      return new Changed(before, after);
    });
  }

  @Override
  public Optional<Call> find(CallId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_call"))
            .bind("callId", id.linkedid())
            .map((row, _) -> call(row))
            .findOne());
  }

  @Override
  public List<Call> unfinished() {
    return database.with(handle ->
        handle.createQuery(SQL.statement("unfinished_calls")).map((row, _) -> call(row)).list());
  }

  @Override
  public List<Call> earlierCalls(CallerKey caller, CallId except, int limit) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("earlier_calls"))
            .bind("callerKey", caller.hex())
            .bind("except", except.linkedid())
            .bind("limit", limit)
            .map((row, _) -> call(row))
            .list());
  }

  @Override
  public Tried triedSince(CallerKey caller, Instant since, Instant now) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("tried_since"))
            .bind("callerKey", caller.hex())
            .bind("since", utc(since))
            .bind("now", utc(now))
            .map((row, _) ->
                new Tried(row.getInt("calls"), Duration.ofSeconds(row.getLong("waited"))))
            .one());
  }

  @Override
  public Optional<Call> lastAnswered(CallerKey caller, CallId except, Instant since) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("last_answered"))
            .bind("callerKey", caller.hex())
            .bind("except", except.linkedid())
            .bind("since", utc(since))
            .map((row, _) -> call(row))
            .findOne());
  }

  @Override
  public List<Instant> answersSince(String queue, Instant since) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("answers_since"))
            .bind("queue", queue)
            .bind("since", utc(since))
            .mapTo(Instant.class)
            .list());
  }

  @Override
  public Optional<Call> droppedCall(CallerKey caller, String queue, CallId except, Instant since) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("dropped_call"))
            .bind("callerKey", caller.hex())
            .bind("queue", queue)
            .bind("except", except.linkedid())
            .bind("since", utc(since))
            .map((row, _) -> call(row))
            .findOne());
  }

  @Override
  public Optional<Turn> turnOf(CallId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("turn_of_call"))
            .bind("callId", id.linkedid())
            .map((row, _) -> new Turn(row.getInt("older"), row.getInt("younger")))
            .findOne());
  }

  private Map<String, @Nullable Object> columns(Call call) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    CallTimes times = call.times();
    columns.put("callId", call.id().linkedid());
    columns.put("line", call.line());
    columns.put("callerIdState", call.callerIdState().name());
    columns.put("callerKnown", call.caller() != null);
    CallerKey key = call.caller() == null ? null : call.caller().key();
    columns.put("callerKey", key == null ? null : key.hex());
    columns.put("language", call.language());
    columns.put("queue", call.queue());
    columns.put("positionAtEntry", call.positionAtEntry());
    Rank rank = call.rank();
    columns.put("rankAt", utc(rank.at()));
    columns.put("rankReason", rank.reason().name());
    columns.put("rankOf", rank.of() == null ? null : rank.of().linkedid());
    columns.put("diallingAt", utc(call.dialBack().diallingAt()));
    columns.put("reachedAt", utc(call.dialBack().reachedAt()));
    DialBack.Unreached unreached = call.dialBack().unreached();
    columns.put("unreached", unreached == null ? null : unreached.name());
    columns.put("receivedAt", utc(times.receivedAt()));
    columns.put("firstSeenAt", utc(times.firstSeenAt()));
    columns.put("arrivedAt", utc(times.arrivedAt()));
    columns.put("enqueuedAt", utc(times.enqueuedAt()));
    columns.put("ringingAt", utc(times.ringingAt()));
    columns.put("ringMissedAt", utc(times.ringMissedAt()));
    columns.put("answeredAt", utc(times.answeredAt()));
    columns.put("talkEndedAt", utc(times.talkEndedAt()));
    columns.put("leftQueueAt", utc(times.leftQueueAt()));
    columns.put("handedOffAt", utc(times.handedOffAt()));
    columns.put("endedAt", utc(times.endedAt()));
    columns.put("cutAt", utc(times.cutAt()));
    columns.put("wrappedUpAt", utc(times.wrappedUpAt()));
    columns.put("queueExit", call.queueExit() == null ? null : call.queueExit().name());
    columns.put("ringingAgent", call.ringingAgent() == null ? null : call.ringingAgent().value());
    columns.put("agent", call.agent() == null ? null : call.agent().value());
    columns.put("hangupCause", call.hangupCause());
    columns.put("heldSince", utc(call.hold().since()));
    columns.put("heldUntil", utc(call.hold().lastEndedAt()));
    columns.put("holdSeconds", call.hold().seconds());
    columns.put("waitSeconds", times.waitSeconds());
    columns.put("ringSeconds", call.ringSeconds());
    columns.put("talkSeconds", talkSeconds(call));
    columns.put("wrapUpSeconds", times.wrapUpSeconds());
    CallState state = call.state(rules);
    columns.put("state", state.code());
    boolean cut = state instanceof CallState.Ended ended && ended.cut();
    columns.put("outcome", state instanceof CallState.Ended over ? over.outcome().name() : null);
    columns.put("cut", cut);
    return columns;
  }

  /** Talk without hold: the two are shown and summed apart. */
  private static @Nullable Long talkSeconds(Call call) {
    Long talk = call.times().talkSeconds();
    return talk == null ? null : Math.max(0, talk - call.hold().seconds());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Call call(ResultSet row) throws SQLException {
    String exit = row.getString("queue_exit");
    return new Call(
        new CallId(row.getString("call_id")),
        row.getString("line"),
        caller(row),
        row.getString("language"),
        row.getString("queue"),
        row.getObject("position_at_entry", Integer.class),
        rank(row),
        dialBack(row),
        times(row),
        exit == null ? null : QueueExit.valueOf(exit),
        agent(row, "ringing_agent"),
        agent(row, "agent"),
        row.getObject("ring_seconds", Long.class),
        new HoldTime(
            row.getLong("hold_seconds"), instant(row, "held_since"), instant(row, "held_until")),
        row.getObject("hangup_cause", Integer.class));
  }

  private static @Nullable CallerIdentity caller(ResultSet row) throws SQLException {
    if (!row.getBoolean("caller_known")) {
      return null;
    }
    String key = row.getString("caller_key");
    return new CallerIdentity(
        CallerIdState.valueOf(row.getString("caller_id_state")),
        key == null ? null : new CallerKey(key),
        null);
  }

  /** Who stands where he arrived has no kept rank; the column shows the arrival all the same. */
  private static @Nullable Rank rank(ResultSet row) throws SQLException {
    String reason = row.getString("rank_reason");
    Instant at = instant(row, "rank_at");
    if (at == null || reason == null || reason.equals(Rank.Reason.ARRIVAL.name())) {
      return null;
    }
    String of = row.getString("rank_of");
    return new Rank(at, Rank.Reason.valueOf(reason), of == null ? null : new CallId(of));
  }

  private static DialBack dialBack(ResultSet row) throws SQLException {
    String unreached = row.getString("unreached");
    return new DialBack(
        instant(row, "dialling_at"),
        instant(row, "reached_at"),
        unreached == null ? null : DialBack.Unreached.valueOf(unreached));
  }

  private static CallTimes times(ResultSet row) throws SQLException {
    return new CallTimes(
        row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
        instant(row, "arrived_at"),
        instant(row, "enqueued_at"),
        instant(row, "ringing_at"),
        instant(row, "ring_missed_at"),
        instant(row, "answered_at"),
        instant(row, "talk_ended_at"),
        instant(row, "left_queue_at"),
        instant(row, "handed_off_at"),
        instant(row, "ended_at"),
        instant(row, "cut_at"),
        instant(row, "wrapped_up_at"));
  }

  private static @Nullable AgentId agent(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    return value == null ? null : new AgentId(value);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
