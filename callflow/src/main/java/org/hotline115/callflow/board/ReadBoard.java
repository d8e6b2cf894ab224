package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;

/** The board as last known in this process; never waits, also while Redis is away. */
public final class ReadBoard {

  private static final int ALTERNATIVES_MAX = 5;

  private final BoardMirror mirror;
  private final PlaceCatalogue catalogue;
  private final InstantSource clock;
  private final ZoneId zone;

  ReadBoard(BoardMirror mirror, PlaceCatalogue catalogue, InstantSource clock, ZoneId zone) {
    this.mirror = mirror;
    this.catalogue = catalogue;
    this.clock = clock;
    this.zone = zone;
  }

  /** Groups in a fixed order, by site and name: a list that jumps cannot be clicked. */
  public BoardView view(Household household) {
    List<GroupView> groups =
        catalogue.all().stream().flatMap(shown -> view(shown.group(), household).stream()).toList();
    return new BoardView(
        mirror.version(), mirror.asOf(), mirror.light(), NightOf.at(clock.instant(), zone), groups);
  }

  /** One group, for the answer to a change of it. */
  public Optional<GroupView> group(PlaceGroupId id, Household household) {
    return catalogue.find(id).flatMap(group -> view(group, household));
  }

  /** The groups of a change, without a household: {@code fits} means nothing there. */
  public List<GroupView> groups(List<BoardChange> changes) {
    return changes.stream()
        .map(change -> change.state().placeGroupId())
        .distinct()
        .flatMap(id -> group(id, Household.ANYBODY).stream())
        .toList();
  }

  /** Where else this household fits: what the loser of a race needs at once. */
  public List<GroupView> alternatives(PlaceGroupId taken, Household household) {
    return fitting(household, ALTERNATIVES_MAX + 1).stream()
        .filter(group -> !group.placeGroupId().equals(taken))
        .limit(ALTERNATIVES_MAX)
        .toList();
  }

  private record Fit(PlaceGroup group, CapacityState state, boolean stale) {}

  private static final Comparator<Fit> WORST_FIRST =
      Comparator.comparing(Fit::stale).reversed().thenComparingInt(fit -> fit.state().available());

  /**
   * The best so many groups where this household fits: fresh ones first, then most free places.
   * Free places are compared before all else: on a full evening that leaves few groups to look at.
   */
  public List<GroupView> fitting(Household household, int most) {
    Instant now = clock.instant();
    PriorityQueue<Fit> best = new PriorityQueue<>(WORST_FIRST);
    for (PlaceCatalogue.Shown shown : catalogue.all()) {
      CapacityState state = shown.slot().state();
      if (state == null || state.available() < household.persons()) {
        continue;
      }
      if (Misfit.of(shown.group(), state.available(), household).isEmpty()) {
        Fit fit = new Fit(shown.group(), state, shown.group().isStale(state.toldAt(), now));
        if (best.size() < most) {
          best.add(fit);
        } else if (WORST_FIRST.compare(best.element(), fit) < 0) {
          best.poll();
          best.add(fit);
        }
      }
    }
    return best.stream()
        .sorted(WORST_FIRST.reversed())
        .map(fit -> GroupView.of(fit.group(), fit.state(), household))
        .toList();
  }

  /** Rules, hours and site of a group. The address of a secret site stays out of every screen. */
  public Optional<PlaceGroup> placeGroup(PlaceGroupId id) {
    return catalogue.find(id);
  }

  public List<Hold> holds() {
    return mirror.activeHolds();
  }

  public List<Hold> holdsOf(AgentId agent) {
    return mirror.activeHolds().stream()
        .filter(hold -> hold.agent().equals(agent))
        .sorted(Comparator.comparing(Hold::createdAt))
        .toList();
  }

  public Optional<Hold> hold(HoldId holdId) {
    return mirror.activeHold(holdId);
  }

  public BoardLight light() {
    return mirror.light();
  }

  private Optional<GroupView> view(PlaceGroup group, Household household) {
    return mirror.state(group.placeGroupId()).map(state -> GroupView.of(group, state, household));
  }
}
