package org.hotline115.callflow.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a request stands.
 *
 * <pre>
 *   OPEN -> SEARCHING -> OFFERED -> ACCEPTED -> MET
 *              ^------------'  refused: search on
 *   each of the first four -> UNMET (with a reason) | CANCELLED | UNDECIDED_AT_CUTOFF (06:00)
 *   UNMET -> MET        only by a real promise: a place freed later the same night
 *   UNMET -> SEARCHING  only by a person who decides so ({@link DecideRequest})
 * </pre>
 */
public enum RequestStatus {
  OPEN,
  SEARCHING,
  OFFERED,
  ACCEPTED,
  MET,
  UNMET,
  CANCELLED,
  UNDECIDED_AT_CUTOFF;

  private static final Set<RequestStatus> LIVE = EnumSet.of(OPEN, SEARCHING, OFFERED, ACCEPTED);

  public boolean isLive() {
    return LIVE.contains(this);
  }

  public boolean mayBecome(RequestStatus next) {
    return switch (next) {
      case OPEN -> false;
      case SEARCHING -> this == OPEN || this == OFFERED;
      case OFFERED -> this == OPEN || this == SEARCHING;
      case ACCEPTED -> this == OPEN || this == SEARCHING || this == OFFERED;
      case MET -> isLive() || this == UNMET;
      case UNMET, CANCELLED, UNDECIDED_AT_CUTOFF -> isLive();
    };
  }

  /** The states from which this one may be reached, for the guard of the statement. */
  String[] before() {
    return Arrays.stream(values())
        .filter(status -> status.mayBecome(this))
        .map(Enum::name)
        .toArray(String[]::new);
  }
}
