package org.hotline115.callflow.line;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A supervisor puts one waiting caller before all others, with a reason that stays visible. The
 * only way a person changes the order; the machine never does by what it thinks of somebody.
 */
public final class PutCallFirst {

  private final ReadLines lines;
  private final LineActs acts;
  private final CallOrder order;
  private final InstantSource clock;

  PutCallFirst(ReadLines lines, LineActs acts, CallOrder order, InstantSource clock) {
    this.lines = lines;
    this.acts = acts;
    this.order = order;
    this.clock = clock;
  }

  public LineResult run(LineActId actId, String line, String callId, String reason, AgentId by) {
    var status = lines.of(line);
    if (status.isEmpty()) {
      return new LineResult.NoSuchLine();
    }
    LineAct act =
        new LineAct(
            actId,
            line,
            LineAct.Kind.CALL_PUT_FIRST,
            null,
            null,
            callId,
            reason,
            by,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    try {
      if (!acts.keep(act).isWhat(act)) {
        return new LineResult.OtherAct();
      }
      if (!order.putFirst(callId)) {
        return new LineResult.NotMoved();
      }
      acts.moved(actId, clock.instant());
      return new LineResult.Decided(status.get());
    } catch (RecordsAway away) {
      return new LineResult.RecordsDown();
    }
  }
}
