package org.hotline115.callflow.person;

import java.util.UUID;

/** One number of one person, named by the client; says nothing of the number itself. */
public record NumberId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
