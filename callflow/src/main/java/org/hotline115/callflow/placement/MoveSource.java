package org.hotline115.callflow.placement;

/**
 * By which means somebody said how a placement goes on. A machine may only ask ({@link
 * PlacementMove.Overdue}); a keypad and a text only answer that question.
 */
public enum MoveSource {
  SITE,
  COORDINATOR,
  AGENT,
  SMS,
  KEYPAD,
  SYSTEM;

  boolean may(PlacementMove move) {
    return switch (move) {
      case PlacementMove.Overdue _ -> this == SYSTEM;
      case PlacementMove.Arrived _, PlacementMove.DidNotCome _ -> this != SYSTEM;
      case PlacementMove.ComesLater _, PlacementMove.Left _, PlacementMove.TakenBack _ ->
          this == SITE || this == COORDINATOR || this == AGENT;
      case PlacementMove.Cancelled _ -> this == COORDINATOR || this == AGENT;
    };
  }
}
