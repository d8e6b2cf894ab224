package org.hotline115.callflow.contact;

import java.util.UUID;

/** One first-reception contact. */
public record ContactId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
