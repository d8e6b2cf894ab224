package org.hotline115.callflow.surge;

import java.util.UUID;

/** One plan, named by the client: deciding twice decides once. */
public record PlanId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
