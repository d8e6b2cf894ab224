package org.hotline115.callflow.placement;

import java.util.UUID;

/**
 * Somebody moves a placement.
 *
 * @param moveId the client's: the same command again is the same move
 * @param by the account, or the site that wrote or called; as screens and the audit trail show it
 */
public record MoveCommand(
    UUID moveId, PlacementId placementId, PlacementMove move, MoveSource source, String by) {

  private static final int BY_MAX = 60;

  public MoveCommand {
    if (by.isBlank() || by.length() > BY_MAX) {
      throw new IllegalArgumentException("whoever moves a placement has a name");
    }
    if (!source.may(move)) {
      throw new IllegalArgumentException(source + " may not say " + move);
    }
  }
}
