package org.hotline115.callflow.board;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * From a hold to a promise, in this order: pin the hold on the board so that it cannot run out,
 * promise in PostgreSQL, show it on the board. Redis away or emptied: the journalled hold and the
 * constraint are enough. PostgreSQL away: nothing is promised, and the hold stays.
 */
public final class Promising {

  /** Nobody is told to arrive sooner than this after the promise. */
  private static final Duration WAY_THERE_LEAST = Duration.ofMinutes(60);

  private final PlaceBoard board;
  private final JdbcBoardRecords records;
  private final JdbcHoldJournal journal;
  private final PlaceCatalogue catalogue;
  private final InstantSource clock;
  private final ZoneId zone;

  Promising(
      PlaceBoard board,
      JdbcBoardRecords records,
      JdbcHoldJournal journal,
      PlaceCatalogue catalogue,
      InstantSource clock,
      ZoneId zone) {
    this.board = board;
    this.records = records;
    this.journal = journal;
    this.catalogue = catalogue;
    this.clock = clock;
    this.zone = zone;
  }

  public HoldAnswer offer(HoldId holdId, AgentId agent) {
    return board.offer(holdId, agent);
  }

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

  /**
   * Promises what was pinned. Throws {@link RecordsAway} when it is unknown whether it is promised:
   * the same placement id asks again.
   */
  public PromiseResult promise(
      Hold hold, PlacementId placementId, JdbcBoardRecords.Together together) {
    PromiseResult result =
        records.promise(
            new JdbcBoardRecords.Promise(placementId, hold, clock.instant(), arriveBefore(hold)),
            together);
    switch (result) {
      case PromiseResult.Promised promised -> board.convert(hold.holdId(), promised.recorded());
      case PromiseResult.NoPlaceLeft() -> {
        board.release(hold.holdId(), null);
        records.figuresOf(hold).ifPresent(board::show);
      }
      case PromiseResult.HoldOver() -> {}
    }
    return result;
  }

  private Instant arriveBefore(Hold hold) {
    Instant soonest = clock.instant().plus(WAY_THERE_LEAST);
    return catalogue
        .find(hold.placeGroupId())
        .map(group -> hold.nightOf().at(group.arrivalUntil(), zone))
        .filter(soonest::isBefore)
        .orElse(soonest);
  }
}
