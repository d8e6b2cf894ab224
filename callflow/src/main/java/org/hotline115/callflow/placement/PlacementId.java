package org.hotline115.callflow.placement;

import java.util.UUID;

/** One promise of a place to a household, named by the client: confirming twice promises once. */
public record PlacementId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
