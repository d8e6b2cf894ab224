package org.hotline115.callflow.line;

import java.util.UUID;

/** Names one decision, so that asking twice decides once. */
public record LineActId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
