package org.hotline115.callflow.household;

import java.util.UUID;

/** One household, named by the client: asking twice asks once. */
public record HouseholdId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
