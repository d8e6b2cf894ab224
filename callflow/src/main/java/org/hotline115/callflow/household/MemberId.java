package org.hotline115.callflow.household;

import java.util.UUID;

/** One stay of a person in a household, named by the client: asking twice asks once. */
public record MemberId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
