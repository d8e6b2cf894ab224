package org.hotline115.callflow.household;

import java.util.UUID;

/** One time of somebody as a referent, named by the client: asking twice asks once. */
public record ReferentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
