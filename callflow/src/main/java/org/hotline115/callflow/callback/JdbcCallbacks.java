package org.hotline115.callflow.callback;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Promises in PostgreSQL, beside the calls that keep them. */
final class JdbcCallbacks {

  private static final SqlFile SQL = SqlFile.beside(JdbcCallbacks.class, "jdbc_callbacks.sql");

  private final Database database;

  JdbcCallbacks(Database database) {
    this.database = database;
  }

  /** One for each call, one owed to each number; whoever asks again gets the one there is. */
  PromiseResult promise(
      CallbackWish wish, CallerKey caller, String code, CallbackRules rules, Instant now) {
    return database.inTransaction(handle -> {
      Optional<Long> made = insert(handle, wish, caller, code, rules, now);
      if (made.isPresent()) {
        return new PromiseResult.Promised(find(handle, made.get()));
      }
      Optional<Long> same = promisedTo(handle, wish.fromCall());
      if (same.isPresent()) {
        return new PromiseResult.Promised(find(handle, same.get()));
      }
      long owed =
          handle
              .createQuery(SQL.statement("find_owed"))
              .bind("callerKey", caller.hex())
              .bind("queue", wish.queue())
              .mapTo(Long.class)
              .one();
      join(handle, owed, wish.fromCall());
      return new PromiseResult.AlreadyOwed(find(handle, owed));
    });
  }

  private static Optional<Long> insert(
      Handle handle,
      CallbackWish wish,
      CallerKey caller,
      String code,
      CallbackRules rules,
      Instant now) {
    return handle
        .createQuery(SQL.statement("promise"))
        .bind("code", code)
        .bind("line", wish.line())
        .bind("queue", wish.queue())
        .bind("callerKey", caller.hex())
        .bind("language", wish.language())
        .bind("presentation", rules.presentation().name())
        .bind("keptRankAt", utc(wish.rankAt()))
        .bind("requestedAt", utc(now))
        .bind("dueBy", utc(now.plus(rules.dueWithin())))
        .bind("people", wish.answers().people())
        .bind("children", wish.answers().children())
        .bind("placeCode", wish.answers().where())
        .bind("texts", wish.texts())
        .bind("channel", wish.channel().name())
        .bind("fromCall", wish.fromCall().linkedid())
        .mapTo(Long.class)
        .findOne();
  }

  private static Optional<Long> promisedTo(Handle handle, CallId call) {
    return handle
        .createQuery(SQL.statement("find_promised_to_call"))
        .bind("callId", call.linkedid())
        .mapTo(Long.class)
        .findOne();
  }

  Optional<Callback> owedTo(CallerKey caller, String queue) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_owed"))
            .bind("callerKey", caller.hex())
            .bind("queue", queue)
            .mapTo(Long.class)
            .findOne()
            .map(id -> find(handle, id)));
  }

  /** What is owed to a caller, or was until this very call was answered. */
  Optional<Callback> behind(CallId call, CallerKey caller, String queue) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_behind_call"))
            .bind("callerKey", caller.hex())
            .bind("queue", queue)
            .bind("callId", call.linkedid())
            .mapTo(Long.class)
            .findOne()
            .map(id -> find(handle, id)));
  }

  /** The person's own call is on the line: while it is we do not ring. False when we ring now. */
  boolean join(CallbackId id, CallId call) {
    return database.with(handle -> join(handle, id.value(), call));
  }

  private static boolean join(Handle handle, long id, CallId call) {
    return handle
            .createUpdate(SQL.statement("join_call"))
            .bind("callbackId", id)
            .bind("callId", call.linkedid())
            .execute()
        == 1;
  }

  /** What is owed, in the order. */
  List<Callback> owed() {
    return database.with(handle ->
        handle.createQuery(SQL.statement("what_is_owed")).mapTo(Long.class).list().stream()
            .map(id -> find(handle, id))
            .toList());
  }

  boolean isOwed(String code) {
    return database.with(handle ->
        handle.createQuery(SQL.statement("is_owed")).bind("code", code).mapTo(Boolean.class).one());
  }

  Optional<Callback> find(CallbackId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_callback"))
            .bind("callbackId", id.value())
            .map((row, _) -> JdbcCallbackRow.callback(row))
            .findOne());
  }

  /** Placeholders that nobody owes any more. */
  List<CallId> strays() {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("stray_placeholders"))
            .mapTo(String.class)
            .map(CallId::new)
            .list());
  }

  /** Those that must be placed, each given to one gateway until {@code leasedUntil}. */
  List<Callback> leaseToPlace(Instant now, Instant leasedUntil, int most) {
    return database.inTransaction(handle ->
        handle
            .createQuery(SQL.statement("lease_to_place"))
            .bind("now", utc(now))
            .bind("leasedUntil", utc(leasedUntil))
            .bind("most", most)
            .mapTo(Long.class)
            .list()
            .stream()
            .map(id -> find(handle, id))
            .toList());
  }

  /** What a promise turned into when the calls were looked at. */
  record Settled(Callback before, Callback after) {}

  /** Looks at one promise under its lock and writes down what is true of it now. */
  Settled settle(CallbackId id, CallbackRules rules, Instant now) {
    return database.inTransaction(handle -> {
      handle
          .createQuery(SQL.statement("lock_callback"))
          .bind("callbackId", id.value())
          .mapTo(Long.class)
          .one();
      Callback before = find(handle, id.value());
      if (before.status().isOwed()) {
        write(handle, before, standing(handle, before).verdict(rules, now), rules, now);
      }
      return new Settled(before, find(handle, id.value()));
    });
  }

  private static void write(
      Handle handle, Callback promise, Standing.Verdict verdict, CallbackRules rules, Instant now) {
    switch (verdict) {
      case Standing.Verdict.AsItWas _, Standing.Verdict.Fallen _ -> {}
      case Standing.Verdict.Dialling _ ->
          handle
              .createUpdate(SQL.statement("dialling"))
              .bind("callbackId", promise.id().value())
              .execute();
      case Standing.Verdict.Reached(Instant at) -> {
        attempt(handle, promise, "REACHED", now);
        close(handle, promise, CallbackStatus.REACHED, at);
      }
      case Standing.Verdict.Missed(String result, boolean counts) -> {
        attempt(handle, promise, result, now);
        if (counts && promise.attempts() + 1 >= rules.attemptsMax()) {
          close(handle, promise, CallbackStatus.UNREACHABLE, now);
        } else {
          handle
              .createUpdate(SQL.statement("dialling"))
              .bind("callbackId", promise.id().value())
              .execute();
          handle
              .createUpdate(SQL.statement("requeue"))
              .bind("callbackId", promise.id().value())
              .bind("notBefore", utc(counts ? now.plus(rules.retryAfter()) : now))
              .execute();
        }
      }
      case Standing.Verdict.Merged(Instant at) -> close(handle, promise, CallbackStatus.MERGED, at);
      case Standing.Verdict.Alone _ ->
          handle
              .createUpdate(SQL.statement("alone_again"))
              .bind("callbackId", promise.id().value())
              .bind("joinedCall", Objects.requireNonNull(promise.joinedCall()).linkedid())
              .execute();
      case Standing.Verdict.Expired _ -> close(handle, promise, CallbackStatus.EXPIRED, now);
    }
  }

  private static void attempt(Handle handle, Callback promise, String result, Instant now) {
    handle
        .createUpdate(SQL.statement("miss_attempt"))
        .bind("callbackId", promise.id().value())
        .bind("placement", promise.placement())
        .bind("result", result)
        .bind("at", utc(now))
        .execute();
  }

  private static boolean close(Handle handle, Callback promise, CallbackStatus to, Instant at) {
    return handle
            .createUpdate(SQL.statement("close_callback"))
            .bind("callbackId", promise.id().value())
            .bind("from", promise.status().name())
            .bind("status", to.name())
            .bind("at", utc(at))
            .execute()
        == 1;
  }

  /** The person says he needs no call any more. False when we ring him now, or nothing is owed. */
  boolean cancel(Callback promise, Instant now) {
    return promise.status() == CallbackStatus.QUEUED
        && database.with(handle -> close(handle, promise, CallbackStatus.CANCELLED_BY_CALLER, now));
  }

  /** False when nobody was reached by this promise: then no machine was either. */
  boolean wasMachine(Callback promise, CallbackRules rules, Instant now) {
    return promise.status() == CallbackStatus.REACHED
        && database.inTransaction(handle -> {
          handle
              .createUpdate(SQL.statement("machine_attempt"))
              .bind("callbackId", promise.id().value())
              .bind("placement", promise.placement())
              .execute();
          boolean last = promise.attempts() + 1 >= rules.attemptsMax();
          return handle
                  .createUpdate(SQL.statement("machine_picked_up"))
                  .bind("callbackId", promise.id().value())
                  .bind(
                      "status", (last ? CallbackStatus.UNREACHABLE : CallbackStatus.QUEUED).name())
                  .bind("closedAt", last ? utc(now) : null)
                  .bind("notBefore", utc(now.plus(rules.retryAfter())))
                  .execute()
              == 1;
        });
  }

  private static Standing standing(Handle handle, Callback promise) {
    return handle
        .createQuery(SQL.statement("standing"))
        .bind("callbackId", promise.id().value())
        .map((row, _) ->
            new Standing(promise, JdbcCallbackRow.placed(row), JdbcCallbackRow.joined(row)))
        .one();
  }

  private static Callback find(Handle handle, long id) {
    return handle
        .createQuery(SQL.statement("find_callback"))
        .bind("callbackId", id)
        .map((row, _) -> JdbcCallbackRow.callback(row))
        .one();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
