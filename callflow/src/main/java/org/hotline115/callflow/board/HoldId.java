package org.hotline115.callflow.board;

import java.util.UUID;

/** One hold, named by the client that asks for it: asking twice with it holds once. */
public record HoldId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
