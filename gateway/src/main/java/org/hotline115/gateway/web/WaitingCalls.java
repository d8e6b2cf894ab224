package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Who waits on the line, in the order of the ranks, for the one person who may change it. */
final class WaitingCalls {

  /** More than the whole service lets wait (300) is a mistake of ours, not a longer page. */
  private static final int SHOWN_MAX = 300;

  /** A caller who waits. The number only as its mask. */
  record WaitingView(
      CallId callId,
      @Nullable String line,
      @Nullable PhoneNumber maskedNumber,
      CallerIdState callerIdState,
      Instant rankAt,
      String reason) {}

  private final RecordCall calls;
  private final CallerStore callers;

  WaitingCalls(RecordCall calls, CallerStore callers) {
    this.calls = calls;
    this.callers = callers;
  }

  /** Without the placeholders of promised callbacks: those stand on the list of promises. */
  List<WaitingView> inOrder() {
    List<Call> waiting =
        calls.live().stream()
            .filter(call -> !call.id().isOutbound())
            .filter(call -> calls.stateOf(call) instanceof CallState.Waiting)
            .sorted(Comparator.comparing(Call::rank, Rank.IN_ORDER))
            .limit(SHOWN_MAX)
            .toList();
    KnownNumbers numbers = KnownNumbers.ask(callers, waiting.stream().map(Call::callerKey));
    return waiting.stream().map(call -> view(call, numbers)).toList();
  }

  private static WaitingView view(Call call, KnownNumbers numbers) {
    return new WaitingView(
        call.id(),
        call.line(),
        numbers.of(call.callerKey()),
        call.callerIdState(),
        call.rank().at(),
        call.rank().reason().name());
  }
}
