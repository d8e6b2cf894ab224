package org.hotline115.gateway.asterisk;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.Rank;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.intake.IncomingCall;

/** Begins to look for the older place of each caller who rings; who has no number has none. */
record KeptPlaces(Places places, Consumer<CallFact> facts, InstantSource clock) {

  /** The place that somebody has in a queue before he stands there. */
  @FunctionalInterface
  interface Places {
    Optional<Rank> of(CallId call, CallerKey caller, String queue);
  }

  PlaceLookup lookFor(IncomingCall call) {
    CallerKey caller = call.caller().key();
    return new PlaceLookup(
        () -> caller == null ? Optional.empty() : places.of(call.id(), caller, call.line().queue()),
        rank ->
            facts.accept(
                new CallFact.Ranked(
                    call.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), rank)));
  }
}
