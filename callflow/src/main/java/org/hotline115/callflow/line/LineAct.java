package org.hotline115.callflow.line;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/** One decision of a supervisor about a line, with its reason. */
public record LineAct(
    LineActId actId,
    String line,
    Kind kind,
    @Nullable Instant until,
    @Nullable Integer cap,
    @Nullable String callId,
    String reason,
    AgentId by,
    Instant at) {

  public static final int REASON_MAX = 200;

  /** What was decided. */
  public enum Kind {
    OPENED,
    CLOSED,
    /** Neither by hand any more: the hours decide again. */
    BY_HOURS,
    CAP_MOVED,
    CALL_PUT_FIRST;

    boolean isSwitch() {
      return this == OPENED || this == CLOSED || this == BY_HOURS;
    }
  }

  /** True when the same was wished: a repetition, not another decision under the same id. */
  boolean isWhat(LineAct wished) {
    return line.equals(wished.line)
        && kind == wished.kind
        && java.util.Objects.equals(until, wished.until)
        && java.util.Objects.equals(cap, wished.cap)
        && java.util.Objects.equals(callId, wished.callId);
  }

  /** A switch holds until its hour, or until the next one. */
  boolean holds(Instant now) {
    return until == null || now.isBefore(until);
  }
}
