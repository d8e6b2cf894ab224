package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallOutcome;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.CallStore;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.call.Rescue;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumber;
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

  private static final int EARLIER_CALLS_MAX = 20;

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
      @Nullable RescueView rescue) {}

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
      CallbackRoutes.@Nullable CallbackView promise) {}

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

  public Cards(Sources sources, WhyNow whyNow) {
    this.sources = sources;
    this.whyNow = whyNow;
  }

  /** The card of this call as it is now. */
  public Card of(Call call) {
    CallerIdentity caller = call.caller();
    @Nullable CallerKey key = caller == null ? null : caller.key();
    return new Card(
        view(call),
        known(() -> sources.contacts().ofCall(call.id()).map(Contact::id)).orElse(null),
        key == null ? List.of() : orNone(() -> earlierCalls(key, call.id())),
        key == null ? List.of() : orNone(() -> earlierContacts(key, call.id())),
        key == null ? null : known(() -> sources.lastRequest().apply(key)).orElse(null),
        whyNow.turn(call),
        whyNow.today(call),
        whyNow.promise(call));
  }

  /** The card that belongs on this agent's desk now: his call, ringing or talking. */
  public Optional<Card> ofAgent(AgentId agent) {
    return sources.calls().live().stream()
        .filter(call -> agent.equals(sources.calls().stateOf(call).agent()))
        .findFirst()
        .map(this::of);
  }

  /** The card of a call that is over, for the wrap-up. */
  public Optional<Card> ofEnded(CallId id) {
    return known(() -> sources.callStore().find(id)).map(this::of);
  }

  /** Calls in the queue, for the left side of the desk. */
  public List<CallView> waiting() {
    return sources.calls().live().stream()
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
        .map(this::view)
        .toList();
  }

  /** Calls that wait, in the order in which they are answered. */
  List<WaitingCalls.WaitingView> inOrder() {
    return new WaitingCalls(sources.calls(), sources.callerStore()).inOrder();
  }

  public List<ContactView> openContacts(AgentId agent) {
    return sources.contacts().openOf(agent).stream().map(this::view).toList();
  }

  private CallView view(Call call) {
    return new CallView(
        call.id(),
        mask(call.caller()),
        call.callerIdState(),
        call.language(),
        call.times().receivedAt(),
        call.times().enqueuedAt(),
        call.times().answeredAt(),
        call.times().overAt(),
        sources.calls().stateOf(call).code(),
        call.id().isOutbound(),
        call.line(),
        RescueView.of(call.rescue()));
  }

  private @Nullable PhoneNumber mask(@Nullable CallerIdentity caller) {
    CallerKey key = caller == null ? null : caller.key();
    if (caller == null || key == null) {
      return null;
    }
    if (caller.number() != null) {
      return sources.callers().reveal(key, caller.number());
    }
    return known(() -> sources.callerStore().numberOf(key)).orElse(null);
  }

  private List<EarlierCall> earlierCalls(CallerKey key, CallId except) {
    return sources.callStore().earlierCalls(key, except, EARLIER_CALLS_MAX).stream()
        .map(call ->
            new EarlierCall(
                call.times().receivedAt(),
                sources.calls().stateOf(call) instanceof CallState.Ended ended
                    ? ended.outcome()
                    : null,
                call.waitSeconds()))
        .toList();
  }

  private List<ContactView> earlierContacts(CallerKey key, CallId except) {
    return sources.contacts().earlierOf(key).stream()
        .filter(contact -> !except.equals(contact.callId()))
        .map(this::view)
        .toList();
  }

  private ContactView view(ContactSummary contact) {
    CallerKey key = contact.callerKey();
    return new ContactView(
        contact.contactId(),
        contact.openedAt(),
        contact.closedAt(),
        contact.channel(),
        contact.callId(),
        key == null ? null : sources.callerStore().numberOf(key).orElse(null),
        contact.kinds(),
        contact.nextStep(),
        contact.result(),
        contact.householdType());
  }

  static <T> Optional<T> known(Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (RecordsAway away) {
      return Optional.empty(); // the card opens all the same
    }
  }

  private static <T> List<T> orNone(Supplier<List<T>> question) {
    return known(() -> Optional.of(question.get())).orElse(List.of());
  }
}
