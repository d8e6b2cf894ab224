package org.hotline115.callflow.freed;

import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.priority.PriorityRules;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.ShelterRequest;
import org.jspecify.annotations.Nullable;

/** Places that came back tonight and whose turn they are; and all who wait, in their order. */
public final class ReadFreedPlaces {

  private final JdbcFreedPlaces freedPlaces;
  private final ReadRequests requests;
  private final PriorityRules rules;

  ReadFreedPlaces(JdbcFreedPlaces freedPlaces, ReadRequests requests, PriorityRules rules) {
    this.freedPlaces = freedPlaces;
    this.requests = requests;
    this.rules = rules;
  }

  /** A place that came back; {@code turn} null while it is nobody's. */
  public record Freed(FreedPlace place, WaitingOrder.@Nullable Turn turn) {}

  public List<Freed> open() {
    return freedPlaces.open(requests.tonight()).stream()
        .map(place ->
            new Freed(
                place,
                Optional.ofNullable(place.requestId())
                    .flatMap(requests::find)
                    .flatMap(this::turn)
                    .orElse(null)))
        .toList();
  }

  private Optional<WaitingOrder.Turn> turn(ShelterRequest request) {
    return WaitingOrder.of(List.of(request), rules.active()).stream().findFirst();
  }

  /** Everybody for whom a place may still be found tonight, the next one first. */
  public List<WaitingOrder.Turn> waiting() {
    return WaitingOrder.of(requests.waiting(), rules.active());
  }
}
