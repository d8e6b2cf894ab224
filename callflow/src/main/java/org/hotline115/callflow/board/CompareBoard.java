package org.hotline115.callflow.board;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether Redis and PostgreSQL say the same. A difference counts when two looks in a row see
 * the very same one: a promise on its way from one to the other is none. What counts is put right
 * and raises an alarm row for a person; nothing is put right silently but what is new to the board
 * and what an outage explains.
 */
public final class CompareBoard {

  private static final Logger log = LoggerFactory.getLogger(CompareBoard.class);

  private final PlaceBoard board;
  private final JdbcBoardRecords records;
  private final JdbcHoldJournal journal;
  private final BoardMetrics metrics;
  private final InstantSource clock;
  private Set<BoardDifference> lastLook = Set.of();
  private Set<BoardDifference> lastGlance = Set.of();
  private Set<PlaceGroupId> lastShown = Set.of();

  /** What putting right came to. */
  private enum Mended {
    YES,
    /** The board believes to know better than PostgreSQL: it is written anew. */
    NEEDS_REBUILD
  }

  /** A difference and what puts it right. */
  private record Found(BoardDifference difference, Supplier<Mended> mend) {}

  CompareBoard(
      PlaceBoard board,
      JdbcBoardRecords records,
      JdbcHoldJournal journal,
      BoardMetrics metrics,
      InstantSource clock) {
    this.board = board;
    this.records = records;
    this.journal = journal;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** What a look found. */
  public record Report(List<BoardDifference> differences, boolean needsRebuild) {}

  /**
   * One look. Throws {@link org.hotline115.callflow.store.RecordsAway}. A new night begins here:
   * its figures are simply newer than those shown.
   */
  public synchronized Report run(NightOf night) {
    List<Found> seen = look(night);
    List<Found> real = seen.stream().filter(one -> lastLook.contains(one.difference())).toList();
    lastLook = seen.stream().map(Found::difference).collect(Collectors.toUnmodifiableSet());
    boolean needsRebuild = mend(real);
    real.forEach(one -> raise(one.difference()));
    return new Report(real.stream().map(Found::difference).toList(), needsRebuild);
  }

  /**
   * After an outage, before the board is up again: what differs is explained and needs no alarm.
   */
  synchronized Report catchUp(NightOf night) {
    List<Found> seen = look(night);
    lastLook = Set.of();
    return new Report(seen.stream().map(Found::difference).toList(), mend(seen));
  }

  /**
   * What PostgreSQL decided while the board was written anew. What the board knows by now was told
   * by whoever decided it.
   */
  synchronized void catchUp(NightOf night, BoardPicture written) {
    Map<PlaceGroupId, CapacityState> shown = byGroup(written);
    for (CapacityState recorded : records.figures(night, clock.instant())) {
      CapacityState state = shown.get(recorded.placeGroupId());
      if (state == null || !isSame(state, recorded)) {
        board.show(recorded);
      }
    }
    Set<HoldId> active =
        journal.activeHolds(night).stream().map(Hold::holdId).collect(Collectors.toSet());
    mend(
        written.holds().stream()
            .filter(hold -> !active.contains(hold.holdId()))
            .map(this::onlyOnBoard)
            .toList());
    lastLook = Set.of();
  }

  private static boolean mend(List<Found> found) {
    boolean needsRebuild = false;
    for (Found one : found) {
      needsRebuild |= one.mend().get() == Mended.NEEDS_REBUILD;
    }
    return needsRebuild;
  }

  /**
   * A quick look at what just changed in PostgreSQL: a promise whose gateway died before it told
   * Redis is shown within two glances, however large the board is.
   */
  synchronized List<BoardDifference> glance(NightOf night, BoardMirror mirror) {
    List<BoardDifference> seen = new ArrayList<>();
    for (CapacityState recorded : records.figuresJustChanged(night)) {
      CapacityState state = mirror.state(recorded.placeGroupId()).orElse(null);
      if (state != null && state.nightOf().equals(night) && state.record() < recorded.record()) {
        BoardDifference difference =
            difference(state, BoardDifference.What.FIGURES, figures(state), figures(recorded));
        seen.add(difference);
        if (lastGlance.contains(difference)) {
          raise(difference);
          board.show(recorded);
        }
      }
    }
    List<BoardDifference> real = seen.stream().filter(lastGlance::contains).toList();
    lastGlance = Set.copyOf(seen);
    return real;
  }

  private void raise(BoardDifference difference) {
    metrics.differed(difference);
    log.atError()
        .addKeyValue("placeGroup", difference.placeGroupId())
        .addKeyValue("what", difference.what())
        .addKeyValue("onBoard", difference.onBoard())
        .addKeyValue("inRecords", difference.inRecords())
        .log("The board and the records differed");
    journal.alarm(difference, true, clock.instant());
  }

  private List<Found> look(NightOf night) {
    Optional<BoardPicture> picture = board.picture();
    if (picture.isEmpty()) {
      return List.of();
    }
    Map<PlaceGroupId, CapacityState> shown = byGroup(picture.get());
    List<Found> found = new ArrayList<>();
    for (CapacityState recorded : records.figures(night, clock.instant())) {
      CapacityState state = shown.get(recorded.placeGroupId());
      if (state == null || !state.nightOf().equals(night)) {
        appear(recorded, state == null);
      } else if (!isSame(state, recorded)) {
        found.add(
            new Found(
                difference(state, BoardDifference.What.FIGURES, figures(state), figures(recorded)),
                () -> show(recorded)));
      }
    }
    lastShown = Set.copyOf(shown.keySet());
    found.addAll(heldCounts(picture.get()));
    found.addAll(holds(night, picture.get()));
    return found;
  }

  private static Map<PlaceGroupId, CapacityState> byGroup(BoardPicture picture) {
    return picture.states().stream()
        .collect(Collectors.toMap(CapacityState::placeGroupId, Function.identity()));
  }

  /** A new group or night is no difference; a group that was there a moment ago is one. */
  private void appear(CapacityState recorded, boolean missing) {
    boolean shown = board.show(recorded) instanceof CapacityAnswer.Taken;
    if (shown && missing && lastShown.contains(recorded.placeGroupId())) {
      raise(difference(recorded, BoardDifference.What.MISSING, "", figures(recorded)));
    }
  }

  private Mended show(CapacityState recorded) {
    return switch (board.show(recorded)) {
      case CapacityAnswer.Taken _, CapacityAnswer.BoardDown _ -> Mended.YES;
      case CapacityAnswer.AlreadyKnown _ -> Mended.NEEDS_REBUILD;
    };
  }

  private static boolean isSame(CapacityState one, CapacityState other) {
    return one.open() == other.open()
        && one.occupied() == other.occupied()
        && one.promised() == other.promised()
        && one.record() == other.record();
  }

  private static String figures(CapacityState state) {
    return "open %d occupied %d promised %d record %d"
        .formatted(state.open(), state.occupied(), state.promised(), state.record());
  }

  private static BoardDifference difference(
      CapacityState state, BoardDifference.What what, String onBoard, String inRecords) {
    return new BoardDifference(state.placeGroupId(), what, onBoard, inRecords);
  }

  private static List<Found> heldCounts(BoardPicture picture) {
    Map<PlaceGroupId, Integer> held =
        picture.holds().stream()
            .collect(
                Collectors.groupingBy(Hold::placeGroupId, Collectors.summingInt(Hold::places)));
    return picture.states().stream()
        .filter(state -> state.held() != held.getOrDefault(state.placeGroupId(), 0))
        .map(state ->
            new Found(
                difference(
                    state,
                    BoardDifference.What.HELD_COUNT,
                    state.held() + " at version " + state.version(),
                    "holds of " + held.getOrDefault(state.placeGroupId(), 0)),
                () -> Mended.NEEDS_REBUILD))
        .toList();
  }

  /** Only when the journal has everything that the picture shows. */
  private List<Found> holds(NightOf night, BoardPicture picture) {
    if (journal.rememberedVersion() < picture.version()) {
      return List.of();
    }
    Map<HoldId, Hold> onBoard =
        picture.holds().stream().collect(Collectors.toMap(Hold::holdId, Function.identity()));
    Map<HoldId, Hold> inRecords =
        journal.activeHolds(night).stream()
            .collect(Collectors.toMap(Hold::holdId, Function.identity()));
    List<Found> found = new ArrayList<>();
    for (Hold hold : onBoard.values()) {
      if (!inRecords.containsKey(hold.holdId())) {
        found.add(onlyOnBoard(hold));
      }
    }
    for (Hold hold : inRecords.values()) {
      if (!onBoard.containsKey(hold.holdId())) {
        found.add(
            new Found(
                ofHold(hold, "none", "ACTIVE"),
                () -> {
                  journal.end(hold.holdId());
                  return Mended.YES;
                }));
      }
    }
    return found;
  }

  /** A hold that PostgreSQL has ended ends on the board; one it never heard of is written down. */
  private Found onlyOnBoard(Hold hold) {
    Optional<HoldStatus> recorded = journal.find(hold.holdId()).map(Hold::status);
    return new Found(
        ofHold(hold, "ACTIVE", recorded.map(HoldStatus::name).orElse("none")),
        () -> {
          recorded.ifPresentOrElse(status -> endOnBoard(hold, status), () -> journal.save(hold));
          return Mended.YES;
        });
  }

  private void endOnBoard(Hold hold, HoldStatus recorded) {
    switch (recorded) {
      case ACTIVE -> {}
      case CONVERTED -> records.figuresOf(hold).ifPresent(s -> board.convert(hold.holdId(), s));
      case RELEASED, EXPIRED -> board.release(hold.holdId(), null);
    }
  }

  private static BoardDifference ofHold(Hold hold, String onBoard, String inRecords) {
    return new BoardDifference(
        hold.placeGroupId(),
        BoardDifference.What.HOLDS,
        hold.holdId() + " " + onBoard,
        hold.holdId() + " " + inRecords);
  }
}
