package org.hotline115.callflow.callback;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.AuditTrail;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor has somebody rung who gave up today. He did not ask for it, so a person decides it,
 * one by one, and it is on record; he keeps the place that his call had.
 */
public final class RingAbandoned {

  /** Who gave up, and the mask of his number while it is known. */
  public record Seen(Abandoned abandoned, @Nullable PhoneNumber maskedNumber) {}

  private final JdbcAbandoned gone;
  private final CallerStore callers;
  private final PromiseCallback promises;
  private final AuditTrail audit;
  private final InstantSource clock;
  private final ZoneId zone;

  RingAbandoned(
      JdbcAbandoned gone,
      CallerStore callers,
      PromiseCallback promises,
      AuditTrail audit,
      InstantSource clock,
      ZoneId zone) {
    this.gone = gone;
    this.callers = callers;
    this.promises = promises;
    this.audit = audit;
    this.clock = clock;
    this.zone = zone;
  }

  /** Since midnight on the wall, the oldest place in the order first. */
  public List<Seen> today() {
    return rows().stream()
        .map(row -> new Seen(row, callers.numberOf(row.caller()).orElse(null)))
        .toList();
  }

  /**
   * Promises the call. Nothing when he is not to be rung any more: he was spoken with, is owed a
   * call already, rings at this moment, or his number is no longer known. Repeatable.
   */
  public Optional<CallbackId> promise(CallId call, AgentId by) {
    Optional<CallbackId> before = gone.promisedTo(call);
    if (before.isPresent()) {
      return before;
    }
    Optional<Abandoned> row = rows().stream().filter(one -> one.call().equals(call)).findFirst();
    Optional<PhoneNumber> number = row.flatMap(one -> callers.numberOf(one.caller()));
    if (row.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    audit.record(AuditEvent.of(now, by, "ABANDONED_RUNG", "call", call));
    PromiseResult result =
        promises.promise(
            new CallbackWish(
                call,
                row.get().line(),
                row.get().queue(),
                number.get(),
                row.get().language(),
                row.get().rankAt(),
                Answers.NONE,
                false,
                CallbackChannel.VOICE));
    return Optional.of(
        switch (result) {
          case PromiseResult.Promised(Callback made) -> made.id();
          case PromiseResult.AlreadyOwed(Callback owed) -> owed.id();
        });
  }

  private List<Abandoned> rows() {
    Instant midnight = LocalDate.ofInstant(clock.instant(), zone).atStartOfDay(zone).toInstant();
    return gone.since(midnight);
  }
}
