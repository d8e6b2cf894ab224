package org.hotline115.callflow.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hotline115.callflow.caller.CallerKey;

/**
 * The calls that are remembered for ever: one row each. All methods throw {@link
 * org.hotline115.callflow.store.RecordsAway} when PostgreSQL does not answer.
 */
public interface CallStore {

  /** Both sides of a change. They are equal when the fact told nothing new. */
  record Changed(Call before, Call after) {}

  /** Reads, changes and writes one call as one step; two at once on the same call take turns. */
  Changed change(CallFact fact, UnaryOperator<Call> step);

  Optional<Call> find(CallId id);

  /** Calls without an outcome, oldest first. */
  List<Call> unfinished();

  /** The latest calls of a number before this one, newest first. */
  List<Call> earlierCalls(CallerKey caller, CallId except, int limit);

  /**
   * How often a number rang, and how long it waited on the line: calls of ours to it do not count,
   * a wait that goes on does.
   */
  record Tried(int calls, Duration waited) {}

  Tried triedSince(CallerKey caller, Instant since, Instant now);

  /** The latest call since then, his or ours to him, in which one of us spoke with this caller. */
  Optional<Call> lastAnswered(CallerKey caller, CallId except, Instant since);

  /**
   * The oldest place that this caller lost since then: he hung up or the line dropped while he
   * waited, and no other call was given the place.
   */
  Optional<Call> droppedCall(CallerKey caller, String queue, CallId except, Instant since);

  /**
   * Who else waited in the queue when this call was answered.
   *
   * @param older how many with an older rank: none, unless a rule let this call pass
   * @param olderForLanguage how many of them had been waiting for an agent who speaks their
   *     language
   */
  record Turn(int older, int younger, int olderForLanguage) {}

  /** Nothing when it was not answered. */
  Optional<Turn> turnOf(CallId id);

  /** When the queue's calls that an agent took since then were taken. */
  List<Instant> answersSince(String queue, Instant since);
}
