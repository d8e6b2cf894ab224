package org.hotline115.callflow.board;

import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Holds on their way to a promise: offered to the person, kept from running out while PostgreSQL is
 * asked, and ended by its answer. Redis away or emptied: the journal says what is held.
 */
public final class PinnedHolds {

  private final PlaceBoard board;
  private final JdbcBoardRecords records;
  private final JdbcHoldJournal journal;
  private final InstantSource clock;

  PinnedHolds(
      PlaceBoard board, JdbcBoardRecords records, JdbcHoldJournal journal, InstantSource clock) {
    this.board = board;
    this.records = records;
    this.journal = journal;
    this.clock = clock;
  }

  /** The place was read to the person. */
  public HoldAnswer offer(HoldId holdId, AgentId agent) {
    return board.offer(holdId, agent);
  }

  /** The person declined: the place is free again. */
  public HoldAnswer release(HoldId holdId, AgentId agent) {
    return board.release(holdId, agent);
  }

  /** The hold to promise. Throws {@link RecordsAway} when neither server can say. */
  public HoldAnswer pin(HoldId holdId, AgentId agent) {
    HoldAnswer answer = board.pin(holdId, agent);
    return switch (answer) {
      case HoldAnswer.StillHeld held -> held;
      case HoldAnswer.Ended ended -> ended;
      case HoldAnswer.NotYours notYours -> notYours;
      case HoldAnswer.NoSuchHold none -> journalled(holdId, agent).orElse(none);
      case HoldAnswer.BoardDown down -> journalled(holdId, agent).orElse(down);
    };
  }

  private Optional<HoldAnswer> journalled(HoldId holdId, AgentId agent) {
    return journal
        .find(holdId)
        .map(hold -> {
          if (!hold.agent().equals(agent)) {
            return new HoldAnswer.NotYours(hold);
          }
          boolean live =
              hold.status() == HoldStatus.ACTIVE && hold.expiresAt().isAfter(clock.instant());
          return live ? new HoldAnswer.StillHeld(hold) : new HoldAnswer.Ended(hold);
        });
  }

  /** PostgreSQL promised it: the hold ends and the board shows the row's new figures. */
  public void promised(HoldId holdId, CapacityState recorded) {
    board.convert(holdId, recorded);
  }

  /** PostgreSQL's constraint refused: the hold ends and the board shows what is true. */
  public void noPlaceLeft(Hold hold) {
    board.release(hold.holdId(), null);
    records.figuresOf(hold).ifPresent(board::show);
  }
}
