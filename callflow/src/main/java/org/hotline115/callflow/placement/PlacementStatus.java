package org.hotline115.callflow.placement;

import java.util.Optional;

/**
 * Where a placement stands, and the only moves there are.
 *
 * <pre>
 *   EXPECTED -> ARRIVED -> ENDED             they came; they left
 *   EXPECTED -> TO_CHECK -> ARRIVED | NO_SHOW | EXPECTED (they come later)
 *   EXPECTED -> NO_SHOW | CANCELLED          the place comes back at once
 *   NO_SHOW -> ARRIVED                       they came after all: only if there is a place
 *   ARRIVED, NO_SHOW, CANCELLED -> EXPECTED, ENDED -> ARRIVED   the last tick is taken back
 * </pre>
 *
 * Only a person or the site says NO_SHOW; a machine may at most say TO_CHECK.
 */
public enum PlacementStatus {
  EXPECTED,
  TO_CHECK,
  ARRIVED,
  NO_SHOW,
  CANCELLED,
  ENDED;

  /** Their places are not anybody else's. */
  public boolean keepsPlaces() {
    return switch (this) {
      case EXPECTED, TO_CHECK, ARRIVED -> true;
      case NO_SHOW, CANCELLED, ENDED -> false;
    };
  }

  /** Whom the site still waits for. */
  public boolean isWaitedFor() {
    return this == EXPECTED || this == TO_CHECK;
  }

  /** Where a move leads from here; empty when there is no such move. */
  public Optional<PlacementStatus> after(PlacementMove move) {
    return Optional.ofNullable(
        switch (move) {
          case PlacementMove.Overdue _ -> this == EXPECTED ? TO_CHECK : null;
          case PlacementMove.Arrived _ -> isWaitedFor() || this == NO_SHOW ? ARRIVED : null;
          case PlacementMove.DidNotCome _ -> isWaitedFor() ? NO_SHOW : null;
          case PlacementMove.Cancelled _ -> isWaitedFor() ? CANCELLED : null;
          case PlacementMove.ComesLater _ -> isWaitedFor() ? EXPECTED : null;
          case PlacementMove.Left _ -> this == ARRIVED ? ENDED : null;
          case PlacementMove.TakenBack _ ->
              switch (this) {
                case ARRIVED, NO_SHOW, CANCELLED -> EXPECTED;
                case ENDED -> ARRIVED;
                case EXPECTED, TO_CHECK -> null;
              };
        });
  }
}
