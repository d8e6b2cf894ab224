package org.hotline115.gateway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline115.gateway.asterisk.AgentLegs.Leg;

/** When the first card of each call was on the socket of the agent whom it rings. */
final class CardWatch {

  private final Map<Leg, Instant> shown = new ConcurrentHashMap<>();

  /** {@code card} as the page of this agent heard it; an empty desk's card is null. */
  void heard(String agent, JsonNode card, Instant at) {
    String call = card.path("call").path("callId").asText("");
    if (!call.isEmpty()) {
      shown.putIfAbsent(new Leg(call, agent), at);
    }
  }

  /**
   * Milliseconds from an agent's leg to the first card of its call on that agent's socket, sorted.
   * The {@code warmUp} oldest legs do not count; a leg whose card never came is not in the list.
   */
  List<Double> millisSince(Map<Leg, Instant> born, int warmUp) {
    return born.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .skip(warmUp)
        .map(leg -> millis(leg.getValue(), shown.get(leg.getKey())))
        .filter(Objects::nonNull)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static Double millis(Instant from, Instant to) {
    return to == null ? null : ChronoUnit.MICROS.between(from, to) / 1_000.0;
  }
}
