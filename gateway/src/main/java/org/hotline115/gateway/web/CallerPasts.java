package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.contact.ContactSummary;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * What was before a call, read once for the handful of cards that a call makes within seconds (it
 * rings, is answered, its contact opens): five questions to the records instead of thirty. Read
 * while the records are away, a past is empty and is asked for again by the next card.
 */
final class CallerPasts {

  private static final Duration LASTS = Duration.ofSeconds(30);
  private static final int EARLIER_CALLS_MAX = 20;

  /**
   * @param number its mask is what is shown
   * @param language what was written down last of who calls from it
   */
  record Past(
      @Nullable PhoneNumber number,
      List<Cards.EarlierCall> calls,
      List<Cards.ContactView> contacts,
      @Nullable Object lastRequest,
      @Nullable String language) {

    static final Past NOTHING = new Past(null, List.of(), List.of(), null, null);
  }

  private record Read(Past past, Instant at) {}

  private final Cards.Sources sources;
  private final InstantSource clock;
  private final Map<CallId, Read> read = new ConcurrentHashMap<>();

  CallerPasts(Cards.Sources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  Past of(Call call) {
    CallerKey key = call.callerKey();
    if (key == null) {
      return Past.NOTHING;
    }
    Instant now = clock.instant();
    Read known = read.get(call.id());
    if (known != null && now.isBefore(known.at().plus(LASTS))) {
      return known.past();
    }
    read.values().removeIf(old -> !now.isBefore(old.at().plus(LASTS)));
    try {
      Past past = past(call, key);
      read.put(call.id(), new Read(past, now));
      return past;
    } catch (RecordsAway away) {
      return Past.NOTHING; // the card opens all the same
    }
  }

  private Past past(Call call, CallerKey key) {
    @Nullable PhoneNumber number = sources.callerStore().numberOf(key).orElse(null);
    return new Past(
        number,
        sources.callStore().earlierCalls(key, call.id(), EARLIER_CALLS_MAX).stream()
            .map(this::view)
            .toList(),
        sources.contacts().earlierOf(key).stream()
            .filter(contact -> !call.id().equals(contact.callId()))
            .map(contact -> view(contact, number))
            .toList(),
        sources.lastRequest().apply(key).orElse(null),
        sources.contacts().languageOf(key).orElse(null));
  }

  private Cards.EarlierCall view(Call call) {
    return new Cards.EarlierCall(
        call.times().receivedAt(),
        sources.calls().stateOf(call) instanceof CallState.Ended ended ? ended.outcome() : null,
        call.waitSeconds());
  }

  static Cards.ContactView view(ContactSummary contact, @Nullable PhoneNumber number) {
    return new Cards.ContactView(
        contact.contactId(),
        contact.openedAt(),
        contact.closedAt(),
        contact.channel(),
        contact.callId(),
        number,
        contact.kinds(),
        contact.nextStep(),
        contact.result(),
        contact.householdType());
  }
}
