package org.hotline115.callflow.line;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor opens or closes a line at once, gives it back to its hours, or moves its cap. Noted
 * first, then told to the exchange. Fail-closed: what cannot be noted is not done.
 */
public final class DecideLine {

  private final ReadLines lines;
  private final LineActs acts;
  private final MirrorLines mirror;
  private final InstantSource clock;

  DecideLine(ReadLines lines, LineActs acts, MirrorLines mirror, InstantSource clock) {
    this.lines = lines;
    this.acts = acts;
    this.mirror = mirror;
    this.clock = clock;
  }

  /** What is wished. {@code actId} is the client's: it asks again with the same one. */
  public record Wish(
      LineActId actId,
      String line,
      LineAct.Kind kind,
      @Nullable Instant until,
      @Nullable Integer cap,
      String reason) {}

  public LineResult run(Wish wish, AgentId by) {
    var status = lines.of(wish.line());
    if (status.isEmpty()) {
      return new LineResult.NoSuchLine();
    }
    if (wish.kind() == LineAct.Kind.CLOSED && !status.get().plan().mayClose()) {
      return new LineResult.NeverCloses();
    }
    LineAct act =
        new LineAct(
            wish.actId(),
            wish.line(),
            wish.kind(),
            wish.until(),
            wish.cap(),
            null,
            wish.reason(),
            by,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    try {
      LineAct kept = acts.keep(act);
      if (!kept.isWhat(act)) {
        return new LineResult.OtherAct();
      }
      lines.know(kept);
      mirror.run();
      return new LineResult.Decided(lines.of(wish.line()).orElse(status.get()));
    } catch (RecordsAway away) {
      return new LineResult.RecordsDown();
    }
  }
}
