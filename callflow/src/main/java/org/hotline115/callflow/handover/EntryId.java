package org.hotline115.callflow.handover;

import java.util.UUID;

/** One entry of the log book, named by the client: writing twice writes once. */
public record EntryId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
