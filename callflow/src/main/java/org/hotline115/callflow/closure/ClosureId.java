package org.hotline115.callflow.closure;

import java.util.UUID;

/** One closure, named by the client: closing twice closes once. */
public record ClosureId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
