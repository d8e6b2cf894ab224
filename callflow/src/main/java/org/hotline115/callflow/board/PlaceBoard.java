package org.hotline115.callflow.board;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * The live board of one département: who may keep a place is decided here, in one step. Every verb
 * may be repeated. Fail-closed: a board that does not answer within a second says BoardDown.
 */
public interface PlaceBoard {

  /** How long a hold lives, what an extension gives, and the most it may live in all. */
  record HoldTimes(Duration first, Duration extension, Duration most) {

    public static final HoldTimes DEFAULT =
        new HoldTimes(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofMinutes(40));
  }

  HoldResult hold(HoldRequest request);

  HoldAnswer extend(HoldId holdId, AgentId agent);

  /** Marks that the place was offered to the person. */
  HoldAnswer offer(HoldId holdId, AgentId agent);

  /** Keeps a hold from expiring while it is being promised in PostgreSQL. */
  HoldAnswer pin(HoldId holdId, AgentId agent);

  /** {@code agent} null: the house itself, because the call ended, or a supervisor. */
  HoldAnswer release(HoldId holdId, @Nullable AgentId agent);

  /** The promise is in PostgreSQL: the hold ends and the group shows the row's new figures. */
  HoldAnswer convert(HoldId holdId, CapacityState recorded);

  /** Ends at most {@code batchMax} holds whose time ran out; empty when the board is down. */
  Optional<List<Hold>> expire(int batchMax);

  /** Shows figures of PostgreSQL; holds stay. */
  CapacityAnswer show(CapacityState recorded);

  /** A shelter said how many are free: as {@link #show}, and holds beyond it are taken back. */
  CapacityAnswer tell(CapacityState recorded);

  /** The whole board, or empty when it is down or not yet built. */
  Optional<BoardPicture> picture();

  /**
   * Writes the board anew from what PostgreSQL remembers; nobody can hold until it is done. It is
   * asked for when nobody can hold any more: what was held up to then must be remembered too. False
   * when it was not built; what {@code remembered} throws is passed on.
   */
  boolean rebuild(Supplier<BoardPicture> remembered);
}
