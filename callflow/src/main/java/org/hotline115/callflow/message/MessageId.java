package org.hotline115.callflow.message;

import java.util.UUID;

/** One text message, named by us before the provider hears of it. */
public record MessageId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
