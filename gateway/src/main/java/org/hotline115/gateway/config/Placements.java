package org.hotline115.gateway.config;

import java.time.Duration;

/** How long after the agreed hour somebody is asked to look for a household that did not arrive. */
public record Placements(@Default("30m") Duration grace) {

  private static final Duration GRACE_MAX = Duration.ofHours(6);

  public Placements {
    if (grace.isNegative() || grace.compareTo(GRACE_MAX) > 0) {
      throw new IllegalArgumentException("grace must be from 0s to 6h");
    }
  }
}
