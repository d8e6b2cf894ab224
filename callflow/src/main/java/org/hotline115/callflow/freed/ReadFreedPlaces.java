package org.hotline115.callflow.freed;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.place.Obstacle;
import org.hotline115.callflow.priority.PriorityRules;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.ShelterRequest;
import org.hotline115.callflow.search.SearchPlaces;
import org.jspecify.annotations.Nullable;

/** Places that came back tonight and whose turn they are; and all who wait, in their order. */
public final class ReadFreedPlaces {

  private final JdbcFreedPlaces freedPlaces;
  private final ReadRequests requests;
  private final PriorityRules rules;
  private final SearchPlaces search;

  ReadFreedPlaces(
      JdbcFreedPlaces freedPlaces,
      ReadRequests requests,
      PriorityRules rules,
      SearchPlaces search) {
    this.freedPlaces = freedPlaces;
    this.requests = requests;
    this.rules = rules;
    this.search = search;
  }

  /**
   * A place that came back.
   *
   * @param turn null while it is nobody's
   * @param doorClosedAt the hour until which one may arrive, when it has passed: the agent asks the
   *     site before the household sets out; null while the door is open
   */
  public record Freed(
      FreedPlace place, WaitingOrder.@Nullable Turn turn, @Nullable LocalTime doorClosedAt) {}

  public List<Freed> open() {
    return freedPlaces.open(requests.tonight()).stream().map(this::freed).toList();
  }

  private Freed freed(FreedPlace place) {
    Optional<ShelterRequest> request =
        Optional.ofNullable(place.requestId()).flatMap(requests::find);
    return new Freed(
        place,
        request.flatMap(this::turn).orElse(null),
        request.flatMap(known -> doorClosedAt(place, known)).orElse(null));
  }

  /** By the rule of every search, which is the one that the proposal leaves to the agent. */
  private Optional<LocalTime> doorClosedAt(FreedPlace place, ShelterRequest request) {
    return search.look(place.placeGroupId(), request.household()).stream()
        .flatMap(found -> found.whyNot().stream())
        .filter(obstacle -> obstacle.misfit() == Misfit.ARRIVAL_OVER)
        .findFirst()
        .map(Obstacle::time);
  }

  private Optional<WaitingOrder.Turn> turn(ShelterRequest request) {
    return WaitingOrder.of(List.of(request), rules.active()).stream().findFirst();
  }

  /** Everybody for whom a place may still be found tonight, the next one first. */
  public List<WaitingOrder.Turn> waiting() {
    return WaitingOrder.of(requests.waiting(), rules.active());
  }
}
