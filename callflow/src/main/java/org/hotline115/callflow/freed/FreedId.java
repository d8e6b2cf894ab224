package org.hotline115.callflow.freed;

import java.util.UUID;

/** One coming back of a place; the id of the move that freed it. */
public record FreedId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
