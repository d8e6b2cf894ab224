package org.hotline115.callflow.handover;

import java.util.UUID;

/** One task, named by the client: asking twice asks once. */
public record TaskId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
