package org.hotline115.callflow.access;

/** Somebody who may sign in. */
public record Account(AgentId agent, String displayName, Role role) {

  private static final int NAME_LENGTH_MAX = 60;

  public Account {
    if (displayName.isBlank()
        || displayName.length() > NAME_LENGTH_MAX
        || displayName.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a display name is 1 to 60 visible characters");
    }
  }
}
