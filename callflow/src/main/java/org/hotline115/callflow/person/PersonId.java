package org.hotline115.callflow.person;

import java.util.UUID;

/** One person, named by the client: keeping twice keeps once. */
public record PersonId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
