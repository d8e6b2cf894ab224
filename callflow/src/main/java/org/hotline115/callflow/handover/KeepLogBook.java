package org.hotline115.callflow.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hotline115.callflow.access.AgentId;

/** The log book: written once, never rewritten, read by who comes next. */
public final class KeepLogBook {

  /** Two nights, so that nobody comes back from a day off to an empty page. */
  static final Duration SHOWN = Duration.ofDays(2);

  private final JdbcHandover handover;
  private final InstantSource clock;

  KeepLogBook(JdbcHandover handover, InstantSource clock) {
    this.handover = handover;
    this.clock = clock;
  }

  /** The same again is the same entry. */
  public HandoverResult write(EntryId id, EntryKind kind, String words, AgentId by) {
    Entry kept = handover.write(id, kind, words, by, now());
    boolean isTheSame =
        kept.writtenBy().equals(by) && kept.kind() == kind && kept.words().equals(words);
    return isTheSame ? new HandoverResult.Written(kept) : new HandoverResult.OtherThing();
  }

  public HandoverResult read(EntryId id, AgentId by) {
    return handover
        .read(id, by, now())
        .<HandoverResult>map(HandoverResult.Written::new)
        .orElseGet(HandoverResult.NothingThere::new);
  }

  public Handover look() {
    return handover.look(now().minus(SHOWN));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
