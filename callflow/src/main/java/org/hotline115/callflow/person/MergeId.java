package org.hotline115.callflow.person;

import java.util.UUID;

/** One merge, named by the client: merging twice merges once. */
public record MergeId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
