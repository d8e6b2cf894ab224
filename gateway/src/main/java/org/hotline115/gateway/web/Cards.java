package org.hotline115.gateway.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallOutcome;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.call.Rescue;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.caller.SealedNumber;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.contact.ContactSummary;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Puts a caller's card together: the call, earlier calls and contacts, the last request, and why it
 * is this caller's turn. Fail-open: while the records are away the card still opens, with what the
 * telephone itself said.
 */
public final class Cards {

  /** One call on the wire. Numbers only masked. {@code ours}: we rang the person. */
  public record CallView(
      CallId callId,
      @Nullable PhoneNumber maskedNumber,
      CallerIdState callerIdState,
      @Nullable String language,
      Instant receivedAt,
      @Nullable Instant enqueuedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant endedAt,
      String state,
      boolean ours,
      @Nullable String line,
      @Nullable RescueView rescue,
      @Nullable InterpreterView interpreter,
      @Nullable ColleagueView colleague) {}

  /** What came of the danger key, or of an agent's danger button; null: nobody was rung. */
  public record RescueView(
      @Nullable String service,
      @Nullable Instant rungAt,
      @Nullable Instant answeredAt,
      @Nullable Instant missedAt,
      boolean rings) {

    static @Nullable RescueView of(Rescue rescue) {
      RescueService service = rescue.service();
      return rescue.rungAt() == null && rescue.answeredAt() == null && rescue.missedAt() == null
          ? null
          : new RescueView(
              service == null ? null : service.number(),
              rescue.rungAt(),
              rescue.answeredAt(),
              rescue.missedAt(),
              rescue.rings());
    }
  }

  public record EarlierCall(
      Instant receivedAt, @Nullable CallOutcome outcome, @Nullable Long waitSeconds) {}

  public record Card(
      CallView call,
      @Nullable ContactId contactId,
      List<EarlierCall> earlierCalls,
      List<ContactView> earlierContacts,
      @Nullable Object lastRequest,
      WhyNow.@Nullable TurnView turn,
      WhyNow.@Nullable TodayView today,
      WhyNow.@Nullable LanguageView language,
      CallbackRoutes.@Nullable CallbackView promise,
      @Nullable String voicemail) {}

  /** A contact in a list: codes only, and the mask of the number. */
  public record ContactView(
      ContactId contactId,
      Instant openedAt,
      @Nullable Instant closedAt,
      @Nullable String channel,
      @Nullable CallId callId,
      @Nullable PhoneNumber maskedNumber,
      List<String> kinds,
      @Nullable String nextStep,
      @Nullable String result,
      @Nullable String householdType) {}

  /** Where a card's parts come from. {@code lastRequest}: what the caller last asked for. */
  public record Sources(
      RecordCall calls,
      CallStore callStore,
      Callers callers,
      CallerStore callerStore,
      ReadContacts contacts,
      Function<CallerKey, Optional<Object>> lastRequest) {}

  private final Sources sources;
  private final WhyNow whyNow;
  private final CallerPasts pasts;

  public Cards(Sources sources, WhyNow whyNow, InstantSource clock) {
    this.sources = sources;
    this.whyNow = whyNow;
    this.pasts = new CallerPasts(sources, clock);
  }

  /** The card of this call as it is now. */
  public Card of(Call call) {
    CallerPasts.Past past = pasts.of(call);
    Optional<ReadCallbacks.Seen> promise = whyNow.promise(call);
    return new Card(
        view(call, past.number()),
        known(() -> sources.contacts().ofCall(call.id()).map(Contact::id)).orElse(null),
        past.calls(),
        past.contacts(),
        past.lastRequest(),
        whyNow.turn(call),
        whyNow.today(call),
        whyNow.language(call, past.language()),
        promise.map(CallbackRoutes.CallbackView::of).orElse(null),
        promise.map(whyNow::voicemail).orElse(null));
  }

  /** The card that belongs on this agent's desk now: his call, ringing or talking. */
  public Optional<Card> ofAgent(AgentId agent) {
    return sources.calls().live().stream()
        .filter(call -> agentsOf(call).contains(agent))
        .findFirst()
        .map(this::of);
  }

  /** The agents whom a call rings or who talk in it: one, and a colleague whom he asked. */
  public Set<AgentId> agentsOf(Call call) {
    return Stream.of(sources.calls().stateOf(call).agent(), call.colleague().present())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /** The card of a call that is over, for the wrap-up. */
  public Optional<Card> ofEnded(CallId id) {
    return known(() -> sources.callStore().find(id)).map(this::of);
  }

  /** Calls in the queue, for the left side of the desk. */
  public List<CallView> waiting() {
    List<Call> calls =
        sources.calls().live().stream()
            .filter(call ->
                switch (sources.calls().stateOf(call)) {
                  case CallState.Waiting _, CallState.Ringing _ -> true;
                  case CallState.InMenu _,
                      CallState.Talking _,
                      CallState.Leaving _,
                      CallState.HandedOff _,
                      CallState.Ended _ ->
                      false;
                })
            .toList();
    KnownNumbers numbers =
        KnownNumbers.ask(sources.callerStore(), calls.stream().map(Call::callerKey));
    return calls.stream().map(call -> view(call, numbers.of(call.callerKey()))).toList();
  }

  /** Calls that wait, in the order in which they are answered. */
  List<WaitingCalls.WaitingView> inOrder() {
    return new WaitingCalls(sources.calls(), sources.callerStore()).inOrder();
  }

  public List<ContactView> openContacts(AgentId agent) {
    List<ContactSummary> open = sources.contacts().openOf(agent);
    KnownNumbers numbers =
        KnownNumbers.ask(sources.callerStore(), open.stream().map(ContactSummary::callerKey));
    return open.stream()
        .map(contact -> CallerPasts.view(contact, numbers.of(contact.callerKey())))
        .toList();
  }

  /** {@code known}: the number as the records have it, for a call that came without it. */
  private CallView view(Call call, @Nullable PhoneNumber known) {
    CallerIdentity caller = call.caller();
    CallerKey key = call.callerKey();
    SealedNumber told = caller == null ? null : caller.number();
    return new CallView(
        call.id(),
        key == null || told == null ? known : sources.callers().reveal(key, told),
        call.callerIdState(),
        call.language(),
        call.times().receivedAt(),
        call.times().enqueuedAt(),
        call.times().answeredAt(),
        call.times().overAt(),
        sources.calls().stateOf(call).code(),
        call.id().isOutbound(),
        call.line(),
        RescueView.of(call.rescue()),
        InterpreterView.of(call.interpreter(), call.times().overAt()),
        ColleagueView.of(call, sources.calls().stateOf(call), whyNow::nameOf));
  }

  static <T> Optional<T> known(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (RecordsAway away) {
      return Optional.empty(); // the card opens all the same
    }
  }
}
