package org.hotline115.callflow.request;

/** Why a request got no place; {@code domain.md} 4.6. */
public enum UnmetReason {
  NO_PLACE,
  NO_COMPATIBLE_PLACE,
  OUT_OF_CRITERIA_TODAY,
  REFUSED_BY_PERSON,
  STAYS_IN_PLACE,
  OTHER_SOLUTION,
  DID_NOT_CALL_BACK,
  REFUSED_BY_SITE,
  TRANSPORT,
  CARE_NEEDED,
  MINOR_TO_CHILD_WELFARE,
  OTHER_DEPARTEMENT,
  CALL_INTERRUPTED,
  OTHER;

  /** A place that comes back the same night may still be theirs. */
  public boolean stillWaits() {
    return switch (this) {
      case NO_PLACE, NO_COMPATIBLE_PLACE, OUT_OF_CRITERIA_TODAY, REFUSED_BY_SITE -> true;
      case REFUSED_BY_PERSON,
          STAYS_IN_PLACE,
          OTHER_SOLUTION,
          DID_NOT_CALL_BACK,
          TRANSPORT,
          CARE_NEEDED,
          MINOR_TO_CHILD_WELFARE,
          OTHER_DEPARTEMENT,
          CALL_INTERRUPTED,
          OTHER ->
          false;
    };
  }

  /** The night counts among those without a roof that somebody found for them. */
  public boolean isANightWithout() {
    return switch (this) {
      case STAYS_IN_PLACE, OTHER_SOLUTION, CARE_NEEDED, MINOR_TO_CHILD_WELFARE -> false;
      case NO_PLACE,
          NO_COMPATIBLE_PLACE,
          OUT_OF_CRITERIA_TODAY,
          REFUSED_BY_PERSON,
          DID_NOT_CALL_BACK,
          REFUSED_BY_SITE,
          TRANSPORT,
          OTHER_DEPARTEMENT,
          CALL_INTERRUPTED,
          OTHER ->
          true;
    };
  }
}
