package org.hotline115.callflow.access;

import java.util.regex.Pattern;

/** The name an agent signs in with, in lower case; also the name of the agent's SIP endpoint. */
public record AgentId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Who did what nobody ordered: the service itself. */
  public static final AgentId HOUSE = new AgentId("house");

  /** Who did it is no agent but a person who is helped, by a text. */
  public static final AgentId PERSON = new AgentId("person");

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
