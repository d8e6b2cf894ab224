package org.hotline115.callflow.placement;

import java.time.Instant;

/** What somebody says of a placement. What it leads to is {@link PlacementStatus#after}. */
public sealed interface PlacementMove {

  /** Its word on the wire and in the audit trail. */
  default String code() {
    return switch (this) {
      case Overdue _ -> "OVERDUE";
      case Arrived _ -> "ARRIVED";
      case DidNotCome _ -> "DID_NOT_COME";
      case Cancelled _ -> "CANCELLED";
      case ComesLater _ -> "COMES_LATER";
      case Left _ -> "LEFT";
      case TakenBack _ -> "TAKEN_BACK";
    };
  }

  /** Past the hour and nobody has said anything: somebody must look. Never ends anything. */
  record Overdue() implements PlacementMove {}

  record Arrived() implements PlacementMove {}

  record DidNotCome() implements PlacementMove {}

  /** The household does not want the place any more. */
  record Cancelled() implements PlacementMove {}

  /** They are on their way and need more time. */
  record ComesLater(Instant arriveBefore) implements PlacementMove {}

  record Left(ExitReason reason, ExitDestination destination) implements PlacementMove {}

  /** The last tick was a mistake. */
  record TakenBack() implements PlacementMove {}
}
