package org.hotline115.callflow.shelter;

import java.time.Instant;
import java.util.List;

/**
 * Who has not said a figure lately. {@code groups} counts all that have places open tonight, so
 * that "3 of 120" can be said.
 */
public record Freshness(Instant asOf, int groups, int fresh, List<StaleGroup> stale) {

  public Freshness {
    stale = List.copyOf(stale);
  }
}
