package org.hotline115.callflow.access;

import java.util.regex.Pattern;

/** The name an agent signs in with, in lower case; also the name of the agent's SIP endpoint. */
public record AgentId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public AgentId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("an agent is a-z, 0-9 and '-', at most 32 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
