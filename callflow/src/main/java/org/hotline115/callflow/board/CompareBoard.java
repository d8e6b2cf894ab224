package org.hotline115.callflow.board;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.place.PlaceGroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether Redis and PostgreSQL say the same, repairs what differs, and raises an alarm row
 * for a person. A difference counts when two looks in a row see the very same one: a promise on its
 * way from one to the other is none.
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
  public record Report(List<BoardDifference> differences, boolean needsRebuild) {

    static final Report NOTHING = new Report(List.of(), false);
  }

  /**
   * One look. Throws {@link org.hotline115.callflow.store.RecordsAway}. A new night begins here:
   * its figures are simply newer than those shown.
   */
  public synchronized Report run(NightOf night) {
    Optional<BoardPicture> picture = board.picture();
    if (picture.isEmpty()) {
      lastLook = Set.of();
      return Report.NOTHING;
    }
    List<BoardDifference> seen = look(night, picture.get());
    List<BoardDifference> real = seen.stream().filter(lastLook::contains).toList();
    lastLook = Set.copyOf(seen);
    boolean needsRebuild = false;
    for (BoardDifference difference : real) {
      needsRebuild |= difference.what() == BoardDifference.What.HELD_COUNT;
      raise(difference);
    }
    return new Report(real, needsRebuild);
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

  private List<BoardDifference> look(NightOf night, BoardPicture picture) {
    Map<PlaceGroupId, CapacityState> shown =
        picture.states().stream()
            .collect(Collectors.toMap(CapacityState::placeGroupId, Function.identity()));
    List<BoardDifference> found = new ArrayList<>();
    for (CapacityState recorded : records.figures(night, clock.instant())) {
      CapacityState state = shown.get(recorded.placeGroupId());
      if (state == null || !state.nightOf().equals(night)) {
        board.show(recorded);
      } else if (!figures(state).equals(figures(recorded))) {
        found.add(
            difference(state, BoardDifference.What.FIGURES, figures(state), figures(recorded)));
        board.show(recorded);
      }
    }
    found.addAll(heldCounts(picture));
    found.addAll(holds(night, picture));
    return found;
  }

  private static String figures(CapacityState state) {
    return "open %d occupied %d promised %d record %d"
        .formatted(state.open(), state.occupied(), state.promised(), state.record());
  }

  private static BoardDifference difference(
      CapacityState state, BoardDifference.What what, String onBoard, String inRecords) {
    return new BoardDifference(state.placeGroupId(), what, onBoard, inRecords);
  }

  private static List<BoardDifference> heldCounts(BoardPicture picture) {
    Map<PlaceGroupId, Integer> held =
        picture.holds().stream()
            .collect(
                Collectors.groupingBy(Hold::placeGroupId, Collectors.summingInt(Hold::places)));
    return picture.states().stream()
        .filter(state -> state.held() != held.getOrDefault(state.placeGroupId(), 0))
        .map(state ->
            difference(
                state,
                BoardDifference.What.HELD_COUNT,
                state.held() + " at version " + state.version(),
                "holds of " + held.getOrDefault(state.placeGroupId(), 0)))
        .toList();
  }

  /** Only when the journal has everything that the picture shows. */
  private List<BoardDifference> holds(NightOf night, BoardPicture picture) {
    if (journal.rememberedVersion() < picture.version()) {
      return List.of();
    }
    Map<HoldId, Hold> onBoard =
        picture.holds().stream().collect(Collectors.toMap(Hold::holdId, Function.identity()));
    Map<HoldId, Hold> inRecords =
        journal.activeHolds(night).stream()
            .collect(Collectors.toMap(Hold::holdId, Function.identity()));
    List<BoardDifference> found = new ArrayList<>();
    for (Hold hold : onBoard.values()) {
      if (!inRecords.containsKey(hold.holdId())) {
        found.add(ofHold(hold, "ACTIVE", repairOnBoard(hold)));
      }
    }
    for (Hold hold : inRecords.values()) {
      if (!onBoard.containsKey(hold.holdId())) {
        BoardDifference difference = ofHold(hold, "none", "ACTIVE");
        found.add(difference);
        if (lastLook.contains(difference)) {
          journal.end(hold.holdId());
        }
      }
    }
    return found;
  }

  /** A hold that PostgreSQL has ended ends on the board; one it never heard of is written down. */
  private String repairOnBoard(Hold hold) {
    HoldStatus recorded = journal.find(hold.holdId()).map(Hold::status).orElse(null);
    if (recorded == null) {
      journal.save(hold);
      return "none";
    }
    switch (recorded) {
      case ACTIVE -> {}
      case CONVERTED -> records.figuresOf(hold).ifPresent(s -> board.convert(hold.holdId(), s));
      case RELEASED, EXPIRED -> board.release(hold.holdId(), null);
    }
    return recorded.name();
  }

  private static BoardDifference ofHold(Hold hold, String onBoard, String inRecords) {
    return new BoardDifference(
        hold.placeGroupId(),
        BoardDifference.What.HOLDS,
        hold.holdId() + " " + onBoard,
        hold.holdId() + " " + inRecords);
  }
}
