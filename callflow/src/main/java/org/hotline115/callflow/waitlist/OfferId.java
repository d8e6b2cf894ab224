package org.hotline115.callflow.waitlist;

import java.util.UUID;

/** One seat offered to one person. */
public record OfferId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
