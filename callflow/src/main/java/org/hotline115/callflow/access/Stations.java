package org.hotline115.callflow.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The telephones that Asterisk was given, with their secrets: one list for both, read at the start.
 * An agent's own are the endpoints named after the agent: {@code claire} and {@code claire-web}.
 */
public final class Stations {

  private static final String BROWSER_SUFFIX = "-web";

  private final Map<String, String> secretByEndpoint;

  public Stations(Map<String, String> secretByEndpoint) {
    this.secretByEndpoint = Map.copyOf(secretByEndpoint);
  }

  public List<Phone> of(AgentId agent) {
    return Stream.of(
            new Phone(agent.value() + BROWSER_SUFFIX, Phone.Kind.BROWSER),
            new Phone(agent.value(), Phone.Kind.SIP))
        .filter(phone -> secretByEndpoint.containsKey(phone.id()))
        .toList();
  }

  /**
   * The password with which this endpoint registers. For the agent it belongs to, for nobody else.
   */
  public Optional<String> secret(String endpoint) {
    return Optional.ofNullable(secretByEndpoint.get(endpoint));
  }

  @Override
  public String toString() {
    return secretByEndpoint.size() + " stations";
  }
}
