package org.hotline115.callflow.message;

import java.util.Set;

/** The texts that may be sent, each with the variables that may stand in it. */
public enum TemplateCode {
  /** The address of a promised place. */
  BED_OFFER("arriveBefore", "address"),
  /** The same without a word about shelter or service. */
  BED_OFFER_NEUTRAL("arriveBefore", "address");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<String> variables;

  TemplateCode(String... variables) {
    this.variables = Set.of(variables);
  }

  Set<String> variables() {
    return variables;
  }
}
