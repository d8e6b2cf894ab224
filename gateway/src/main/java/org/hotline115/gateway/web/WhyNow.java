package org.hotline115.gateway.web;

import static org.hotline115.gateway.web.Cards.known;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AgentLanguages;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.line.LineAct;
import org.jspecify.annotations.Nullable;

/**
 * Why this caller is here now: whose turn it is by which rule, how often he tried today, who spoke
 * with him a moment ago, what he is owed. Fail-open: what the records cannot say stays unsaid.
 */
public final class WhyNow {

  /** Whoever was answered within this time is shown as such, so that nobody starts from nothing. */
  private static final Duration A_MOMENT_AGO = Duration.ofMinutes(15);

  /**
   * Where the reasons come from.
   *
   * @param promises what a call keeps or its caller is owed
   * @param speaks whether this agent speaks this language
   * @param hasVoicemail whether the call of this id left a message that can be heard
   * @param putFirst the decision about the call of this id
   */
  public record Sources(
      Function<Call, CallState> stateOf,
      CallStore callStore,
      Function<Call, Optional<ReadCallbacks.Seen>> promises,
      Function<String, Optional<LineAct>> putFirst,
      Function<AgentId, String> names,
      BiPredicate<AgentId, String> speaks,
      Predicate<String> hasVoicemail) {}

  /**
   * The turn on the wire.
   *
   * @param older how many with an older rank were not answered yet; null until this one is
   * @param olderForLanguage how many of them wait for an agent who speaks their language
   * @param putFirst only when somebody older waited: then a decision may be the reason
   */
  public record TurnView(
      String reason,
      Instant rankAt,
      @Nullable Integer older,
      @Nullable Integer younger,
      @Nullable Integer olderForLanguage,
      @Nullable PutFirst putFirst) {}

  public record PutFirst(String by, String reason) {}

  /** What the number went through since midnight, this call included. */
  public record TodayView(int calls, long waitSeconds, @Nullable Answered answered) {}

  /** One of us spoke with this caller a moment ago, or still does. */
  public record Answered(Instant at, String by, boolean mine, boolean talking) {}

  private final Sources sources;
  private final InstantSource clock;
  private final ZoneId zone;

  public WhyNow(Sources sources, InstantSource clock, ZoneId zone) {
    this.sources = sources;
    this.clock = clock;
    this.zone = zone;
  }

  /** What colleagues call this agent. */
  String nameOf(AgentId agent) {
    return sources.names().apply(agent);
  }

  /** Nothing for a call that never stood in the order. */
  @Nullable TurnView turn(Call call) {
    if (call.queue() == null) {
      return null;
    }
    Optional<CallStore.Turn> turn = known(() -> sources.callStore().turnOf(call.id()));
    return new TurnView(
        call.rank().reason().name(),
        call.rank().at(),
        turn.map(CallStore.Turn::older).orElse(null),
        turn.map(CallStore.Turn::younger).orElse(null),
        turn.map(CallStore.Turn::olderForLanguage).orElse(null),
        turn.filter(others -> others.older() > 0).flatMap(_ -> putFirst(call)).orElse(null));
  }

  /**
   * The caller's language, when it is not French alone.
   *
   * @param spoken whether the agent whose desk this is speaks it
   * @param heldAt since when he was kept waiting for somebody who does; null: he was not
   */
  public record LanguageView(String code, boolean spoken, @Nullable Instant heldAt) {}

  /**
   * What he chose in the menu, else what was written down of him before. Nothing for French.
   *
   * @param written the language that was written down last of who calls from this number
   */
  @Nullable LanguageView language(Call call, @Nullable String written) {
    String chosen = call.language();
    boolean isChosen = chosen != null && !chosen.equals(AgentLanguages.FRENCH);
    AgentId agent = call.agent() == null ? call.ringingAgent() : call.agent();
    return Optional.ofNullable(isChosen ? chosen : written)
        .filter(code -> !code.equals(AgentLanguages.FRENCH))
        .map(code ->
            new LanguageView(
                code, agent != null && sources.speaks().test(agent, code), call.languageHeldAt()))
        .orElse(null);
  }

  private Optional<PutFirst> putFirst(Call call) {
    return known(() -> sources.putFirst().apply(call.id().linkedid()))
        .map(act -> new PutFirst(sources.names().apply(act.by()), act.reason()));
  }

  /** Nothing for a withheld number, and while the records are away. */
  @Nullable TodayView today(Call call) {
    CallerKey caller = call.callerKey();
    return caller == null ? null : known(() -> Optional.of(today(call, caller))).orElse(null);
  }

  private TodayView today(Call call, CallerKey caller) {
    Instant now = clock.instant();
    CallStore.Tried tried = sources.callStore().triedSince(caller, dayOf(call, now), now);
    return new TodayView(
        tried.calls(),
        tried.waited().toSeconds(),
        sources
            .callStore()
            .lastAnswered(caller, call.id(), now.minus(A_MOMENT_AGO))
            .map(last -> answered(last, call))
            .orElse(null));
  }

  /** From midnight, or from the call itself when it rang before: it counts in its own card. */
  private Instant dayOf(Call call, Instant now) {
    Instant midnight = LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    Instant rang = call.times().receivedAt();
    return rang.isBefore(midnight) ? rang : midnight;
  }

  private @Nullable Answered answered(Call last, Call now) {
    Instant at = last.times().answeredAt();
    AgentId by = last.agent();
    if (at == null || by == null) {
      return null;
    }
    AgentId mine = now.agent() == null ? now.ringingAgent() : now.agent();
    return new Answered(
        at,
        sources.names().apply(by),
        by.equals(mine),
        sources.stateOf().apply(last) instanceof CallState.Talking);
  }

  /** The promise that this call keeps, or that its caller is owed. */
  Optional<ReadCallbacks.Seen> promise(Call call) {
    return known(() -> sources.promises().apply(call));
  }

  /** The call that left the message for which the promised one calls back. */
  @Nullable String voicemail(ReadCallbacks.Seen promise) {
    String left = promise.callback().fromCall().linkedid();
    return known(() -> Optional.of(sources.hasVoicemail().test(left))).orElse(false) ? left : null;
  }
}
