package org.hotline115.callflow.freed;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.priority.PriorityRules;
import org.hotline115.callflow.request.ReadRequests;
import org.hotline115.callflow.request.RequestId;
import org.hotline115.callflow.request.ShelterRequest;
import org.hotline115.callflow.search.SearchPlaces;

/**
 * Looks whose turn each place is that came back, and proposes it to the agents. Nothing is held,
 * promised or sent by it: a person takes the turn. Every gateway looks, each at others. Fails
 * closed: while the board does not say what is free, nothing new is proposed.
 */
public final class ProposeFreedPlaces {

  /** A hold that was just taken may not be on this gateway's board yet. */
  private static final Duration HOLD_UNDER_WAY = Duration.ofSeconds(20);

  private final JdbcFreedPlaces freedPlaces;
  private final ReadRequests requests;
  private final PriorityRules rules;
  private final ReadBoard board;
  private final SearchPlaces search;
  private final FreedMetrics metrics;
  private final InstantSource clock;

  ProposeFreedPlaces(
      JdbcFreedPlaces freedPlaces,
      ReadRequests requests,
      PriorityRules rules,
      ReadBoard board,
      SearchPlaces search,
      FreedMetrics metrics,
      InstantSource clock) {
    this.freedPlaces = freedPlaces;
    this.requests = requests;
    this.rules = rules;
    this.board = board;
    this.search = search;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Tells how many changed. Throws {@link org.hotline115.callflow.store.RecordsAway}. */
  public int run() {
    if (board.light() != BoardLight.UP) {
      return 0;
    }
    Instant now = clock.instant();
    int changed = freedPlaces.look(requests.tonight(), new Turns(now), now);
    metrics.looked(changed);
    return changed;
  }

  /** Those who wait are read and ordered once a look, and only when there is a place to propose. */
  private final class Turns implements JdbcFreedPlaces.Turns {

    private final Instant now;
    private final Supplier<List<WaitingOrder.Turn>> waiting =
        new Once<>(() -> WaitingOrder.of(requests.waiting(), rules.active()));

    Turns(Instant now) {
      this.now = now;
    }

    @Override
    public Optional<RequestId> next(FreedPlace freed, Set<RequestId> passed) {
      return waiting.get().stream()
          .map(WaitingOrder.Turn::request)
          .filter(request -> !passed.contains(request.requestId()) && fits(freed, request))
          .findFirst()
          .map(ShelterRequest::requestId);
    }

    @Override
    public boolean isHeld(FreedPlace freed) {
      Instant takenAt = freed.takenAt();
      return board.light() != BoardLight.UP
          || (freed.holdId() != null && board.hold(freed.holdId()).isPresent())
          || (takenAt != null && takenAt.plus(HOLD_UNDER_WAY).isAfter(now));
    }
  }

  /**
   * By the rules of the desk's search, at this moment, which also knows of other places that became
   * free there. Only a door that has closed keeps nobody away: the site, which says so late who did
   * not come, is awake, and the agent asks it.
   */
  private boolean fits(FreedPlace freed, ShelterRequest request) {
    return search
        .look(freed.placeGroupId(), request.household())
        .filter(found ->
            found.whyNot().stream().allMatch(obstacle -> obstacle.misfit() == Misfit.ARRIVAL_OVER))
        .isPresent();
  }

  /** Asks once and remembers the answer. */
  private static final class Once<T> implements Supplier<T> {

    private final Supplier<T> source;
    private Optional<T> answer = Optional.empty();

    Once(Supplier<T> source) {
      this.source = source;
    }

    @Override
    public T get() {
      T value = answer.orElseGet(source);
      answer = Optional.of(value);
      return value;
    }
  }
}
