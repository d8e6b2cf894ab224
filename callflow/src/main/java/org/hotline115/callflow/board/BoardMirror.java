package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline115.callflow.place.PlaceGroupId;
import org.jspecify.annotations.Nullable;

/**
 * The last known board in this process: reading it costs no round trip and works while Redis is
 * away. Changes arrive twice, as the answer to our own verb and as a message; every group and hold
 * keeps the higher version, so neither order nor repetition matters.
 */
final class BoardMirror {

  private record HoldAt(Hold hold, long version) {}

  /** Where one group's figures stand. */
  static final class Slot {

    private final int number;
    private volatile @Nullable CapacityState state;

    private Slot(int number) {
      this.number = number;
    }

    /** Among {@link #figures}. */
    int number() {
      return number;
    }
  }

  private final Figures figures = new Figures();

  private final Map<PlaceGroupId, Slot> slots = new ConcurrentHashMap<>();

  /** Active holds, and ended ones until their own message has passed. */
  private final Map<HoldId, HoldAt> holds = new ConcurrentHashMap<>();

  private volatile long version;
  private volatile Instant asOf = Instant.EPOCH;
  private volatile BoardLight light = BoardLight.DOWN;

  /** Our own answer, before its message came: the next read must not show the old number. */
  void learn(BoardChange change) {
    learnState(change);
    change
        .hold()
        .ifPresent(hold ->
            holds.merge(hold.holdId(), new HoldAt(hold, change.version()), BoardMirror::newer));
  }

  private void learnState(BoardChange change) {
    CapacityState told = change.state();
    Slot slot = slot(told.placeGroupId());
    synchronized (slot) {
      CapacityState known = slot.state;
      if (known == null || told.version() >= known.version()) {
        slot.state = told;
        figures.set(slot.number, told);
      }
    }
  }

  Slot slot(PlaceGroupId group) {
    return slots.computeIfAbsent(group, id -> new Slot(figures.add()));
  }

  private static HoldAt newer(HoldAt known, HoldAt told) {
    return told.version() >= known.version() ? told : known;
  }

  /** The next change in order. */
  void apply(BoardChange change) {
    learn(change);
    change
        .hold()
        .filter(hold -> hold.status() != HoldStatus.ACTIVE)
        .ifPresent(hold ->
            holds.computeIfPresent(
                hold.holdId(), (id, known) -> known.version() > change.version() ? known : null));
    version = change.version();
    heard(change.at());
  }

  void reset(BoardPicture picture) {
    Map<PlaceGroupId, CapacityState> fresh =
        picture.states().stream()
            .collect(Collectors.toMap(CapacityState::placeGroupId, Function.identity()));
    fresh.keySet().forEach(this::slot);
    slots.forEach((id, slot) -> {
      synchronized (slot) {
        slot.state = fresh.get(id);
        figures.set(slot.number, fresh.get(id));
      }
    });
    holds.clear();
    picture.holds().forEach(hold -> holds.put(hold.holdId(), new HoldAt(hold, picture.version())));
    version = picture.version();
    heard(picture.asOf());
  }

  /** Redis answered at this time of its clock. */
  void heard(Instant at) {
    if (at.isAfter(asOf)) {
      asOf = at;
    }
  }

  /** True when it changed. */
  boolean turn(BoardLight newLight) {
    boolean changed = light != newLight;
    light = newLight;
    return changed;
  }

  /** Free places and their age, side by side. */
  Figures.Look figures() {
    return figures.look();
  }

  long version() {
    return version;
  }

  Instant asOf() {
    return asOf;
  }

  BoardLight light() {
    return light;
  }

  Optional<CapacityState> state(PlaceGroupId group) {
    Slot slot = slots.get(group);
    return slot == null ? Optional.empty() : Optional.ofNullable(slot.state);
  }

  List<Hold> activeHolds() {
    return holds.values().stream()
        .map(HoldAt::hold)
        .filter(hold -> hold.status() == HoldStatus.ACTIVE)
        .toList();
  }

  Optional<Hold> activeHold(HoldId holdId) {
    return Optional.ofNullable(holds.get(holdId))
        .map(HoldAt::hold)
        .filter(hold -> hold.status() == HoldStatus.ACTIVE);
  }
}
