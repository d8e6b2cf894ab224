package org.hotline115.callflow.request;

import java.util.UUID;

/** One request for shelter. */
public record RequestId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
