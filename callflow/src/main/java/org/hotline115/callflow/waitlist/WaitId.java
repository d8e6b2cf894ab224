package org.hotline115.callflow.waitlist;

import java.util.UUID;

/** One person's place in a waiting list, named by the client: joining twice joins once. */
public record WaitId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
