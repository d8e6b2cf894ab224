package org.hotline115.callflow.call;

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
              .map((row, _) -> JdbcCallRow.call(row))
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
            .map((row, _) -> JdbcCallRow.call(row))
            .findOne());
  }

  @Override
  public List<Call> unfinished() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("unfinished_calls"))
            .map((row, _) -> JdbcCallRow.call(row))
            .list());
  }

  @Override
  public List<Call> earlierCalls(CallerKey caller, CallId except, int limit) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("earlier_calls"))
            .bind("callerKey", caller.hex())
            .bind("except", except.linkedid())
            .bind("limit", limit)
            .map((row, _) -> JdbcCallRow.call(row))
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
            .map((row, _) -> JdbcCallRow.call(row))
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
            .map((row, _) -> JdbcCallRow.call(row))
            .findOne());
  }

  @Override
  public Optional<Turn> turnOf(CallId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("turn_of_call"))
            .bind("callId", id.linkedid())
            .map((row, _) ->
                new Turn(
                    row.getInt("older"), row.getInt("younger"), row.getInt("older_for_language")))
            .findOne());
  }

  private Map<String, @Nullable Object> columns(Call call) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    CallTimes times = call.times();
    columns.put("callId", call.id().linkedid());
    columns.put("line", call.line());
    columns.put("callerIdState", call.callerIdState().name());
    columns.put("callerKnown", call.caller() != null);
    CallerKey key = call.callerKey();
    columns.put("callerKey", key == null ? null : key.hex());
    columns.put("language", call.language());
    columns.put("languageHeldAt", utc(call.languageHeldAt()));
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
    RescueService rescue = call.rescue().service();
    columns.put("rescue", rescue == null ? null : rescue.number());
    columns.put("rescueRungAt", utc(call.rescue().rungAt()));
    columns.put("rescueAnsweredAt", utc(call.rescue().answeredAt()));
    columns.put("rescueMissedAt", utc(call.rescue().missedAt()));
    columns.put("rescueSeconds", call.rescueSeconds());
    columns.put("interpreterLanguage", call.interpreter().language());
    columns.put("interpreterService", call.interpreter().service());
    third(columns, "interpreter", call.interpreter().third());
    AgentId colleague = call.colleague().agent();
    columns.put("colleague", colleague == null ? null : colleague.value());
    third(columns, "colleague", call.colleague().third());
    columns.put("receivedAt", utc(times.receivedAt()));
    columns.put("firstSeenAt", utc(times.firstSeenAt()));
    columns.put("arrivedAt", utc(times.arrivedAt()));
    columns.put("enqueuedAt", utc(times.enqueuedAt()));
    columns.put("lastEnqueuedAt", utc(times.lastEnqueuedAt()));
    columns.put("ringingAt", utc(times.ringingAt()));
    columns.put("ringMissedAt", utc(times.ringMissedAt()));
    columns.put("answeredAt", utc(times.answeredAt()));
    columns.put("talkEndedAt", utc(call.talks().firstEndedAt()));
    columns.put("talks", JdbcTalks.column(call.talks()));
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
    columns.put("waitSeconds", call.waitSeconds());
    columns.put("ringSeconds", call.ringSeconds());
    columns.put("talkSeconds", talkSeconds(call));
    columns.put("wrapUpSeconds", call.wrapUpSeconds());
    CallState state = call.state(rules);
    columns.put("state", state.code());
    boolean cut = state instanceof CallState.Ended ended && ended.cut();
    columns.put("outcome", state instanceof CallState.Ended over ? over.outcome().name() : null);
    columns.put("cut", cut);
    return columns;
  }

  private static void third(Map<String, @Nullable Object> columns, String who, ThirdParty third) {
    columns.put(who + "RungAt", utc(third.rungAt()));
    columns.put(who + "MissedAt", utc(third.missedAt()));
    columns.put(who + "AnsweredAt", utc(third.answeredAt()));
    columns.put(who + "Since", utc(third.time().since()));
    columns.put(who + "EndedAt", utc(third.time().lastEndedAt()));
    columns.put(who + "Seconds", third.time().seconds());
  }

  /** Talk without hold: the two are shown and summed apart. */
  private static @Nullable Long talkSeconds(Call call) {
    Long talk = call.talkSeconds();
    return talk == null ? null : Math.max(0, talk - call.hold().seconds());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
