package org.hotline115.callflow.freed;

import java.util.Comparator;
import java.util.List;
import org.hotline115.callflow.priority.Priority;
import org.hotline115.callflow.priority.PriorityReason;
import org.hotline115.callflow.priority.PriorityRuleSet;
import org.hotline115.callflow.request.ShelterRequest;

/**
 * The order of those who wait: the level of the grid that a person chose, then the nights without a
 * roof, then who asked first. Nothing but what it is given; it refuses nobody and decides nothing.
 */
public final class WaitingOrder {

  /** Where a request stands in the grid. */
  record Level(int number, List<PriorityReason> because) {}

  /** A request with its place in the order, and why. */
  public record Turn(ShelterRequest request, Why why) {}

  private static final Comparator<Turn> FIRST_FIRST =
      Comparator.<Turn>comparingInt(turn -> turn.why().level())
          .thenComparing(turn -> turn.why().nightsWithout(), Comparator.reverseOrder())
          .thenComparing(turn -> turn.why().waitingSince())
          .thenComparing(turn -> turn.request().requestId().value());

  private WaitingOrder() {}

  /** The next one first. */
  public static List<Turn> of(List<ShelterRequest> waiting, PriorityRuleSet rules) {
    return waiting.stream()
        .map(request -> new Turn(request, Why.of(request, level(request, rules))))
        .sorted(FIRST_FIRST)
        .toList();
  }

  private static Level level(ShelterRequest request, PriorityRuleSet rules) {
    Priority priority = rules.of(request.reasons());
    return new Level(priority.level(), priority.because());
  }
}
