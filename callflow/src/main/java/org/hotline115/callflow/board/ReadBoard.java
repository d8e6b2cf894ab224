package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;

/** The board as last known in this process; never waits, also while Redis is away. */
public final class ReadBoard {

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
        catalogue.all().stream()
            .flatMap(listed -> view(listed.group(), household).stream())
            .toList();
    return new BoardView(
        mirror.version(), mirror.asOf(), mirror.light(), NightOf.at(clock.instant(), zone), groups);
  }

  /** The groups of one site, without a household: {@code fits} means nothing there. */
  public List<GroupView> ofSite(String siteId) {
    return catalogue.all().stream()
        .filter(listed -> listed.group().site().siteId().equals(siteId))
        .flatMap(listed -> view(listed.group(), Household.ANYBODY).stream())
        .toList();
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

  /** When Redis was last heard. */
  public Instant asOf() {
    return mirror.asOf();
  }

  /** What is free in all groups, for whoever looks through every one. */
  public Figures.Look figures() {
    return mirror.figures();
  }

  /** A group as it was read, with its figures of now; empty while there are none. */
  public Optional<GroupView> view(PlaceGroup group, Household household) {
    return mirror.state(group.placeGroupId()).map(state -> GroupView.of(group, state, household));
  }
}
