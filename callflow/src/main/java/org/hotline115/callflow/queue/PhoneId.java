package org.hotline115.callflow.queue;

import java.util.regex.Pattern;

/** A phone an agent can be rung on: the name of its SIP endpoint, {@code claire-web}. */
public record PhoneId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  public PhoneId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a phone is a-z, 0-9 and '-', at most 40 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
