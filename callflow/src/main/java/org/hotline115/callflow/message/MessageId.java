package org.hotline115.callflow.message;

import java.util.UUID;

/** One text to one person. */
public record MessageId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
