package org.hotline115.callflow.handover;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * Tasks: asked for, taken, given away, done, and taken up again. A change names the version that
 * was seen; a change that stands there already is noted whatever its version says.
 */
public final class KeepTasks {

  private final JdbcHandover handover;
  private final InstantSource clock;

  KeepTasks(JdbcHandover handover, InstantSource clock) {
    this.handover = handover;
    this.clock = clock;
  }

  /**
   * What is to be done.
   *
   * @param owner null: whoever is free takes it
   */
  public record Wish(
      TaskId taskId, String words, @Nullable AgentId owner, @Nullable Instant dueAt) {

    @Override
    public String toString() {
      return "wish " + taskId;
    }
  }

  public HandoverResult ask(Wish wish, AgentId by) {
    if (wish.owner() != null && !handover.isAgent(wish.owner())) {
      return new HandoverResult.NoSuchAgent();
    }
    Task kept = handover.ask(wish, by, now());
    boolean isTheSame = kept.createdBy().equals(by) && kept.words().equals(wish.words());
    return isTheSame ? new HandoverResult.Tasked(kept) : new HandoverResult.OtherThing();
  }

  /** Who can be given a task, by name. */
  public List<Colleague> colleagues() {
    return handover.colleagues();
  }

  /** Null gives it back to whoever is free. */
  public HandoverResult give(TaskId id, int version, @Nullable AgentId owner, AgentId by) {
    if (owner != null && !handover.isAgent(owner)) {
      return new HandoverResult.NoSuchAgent();
    }
    Optional<Task> known = handover.find(id);
    if (known.isPresent() && Objects.equals(known.get().owner(), owner)) {
      return new HandoverResult.Tasked(known.get());
    }
    return changed(id, known, handover.give(id, version, owner, by, now()));
  }

  public HandoverResult done(TaskId id, int version, boolean isDone, AgentId by) {
    Optional<Task> known = handover.find(id);
    if (known.isPresent() && known.get().isDone() == isDone) {
      return new HandoverResult.Tasked(known.get());
    }
    return changed(id, known, handover.done(id, version, isDone, by, now()));
  }

  private HandoverResult changed(TaskId id, Optional<Task> known, boolean isChanged) {
    if (known.isEmpty()) {
      return new HandoverResult.NothingThere();
    }
    Task now = handover.find(id).orElseThrow();
    return isChanged ? new HandoverResult.Tasked(now) : new HandoverResult.ChangedElsewhere(now);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
