package org.hotline115.gateway.asterisk;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hotline115.callflow.call.Rank;
import org.hotline115.gateway.AskedAside;

/**
 * Looks for a caller's older place while the menu still speaks. Fail-open: what is not known when
 * he is about to stand in the queue is not waited for, and he stands where he arrived.
 */
final class PlaceLookup {

  private final AskedAside<Rank> place;
  private final Consumer<Rank> given;

  /** Asks at once, beside the caller's own thread. {@code given} hears what the caller got. */
  PlaceLookup(Supplier<Optional<Rank>> question, Consumer<Rank> given) {
    this.given = given;
    this.place = new AskedAside<>("place-lookup", question);
  }

  /** The older place that he now stands at. Answers within a moment, never fails. */
  Optional<Rank> kept() {
    Optional<Rank> found = place.withinAMoment();
    found.ifPresent(given);
    return found;
  }
}
