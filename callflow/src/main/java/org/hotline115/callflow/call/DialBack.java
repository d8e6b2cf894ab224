package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The other half of a call of ours: the person's telephone, which rings after an agent is there.
 */
public record DialBack(
    @Nullable Instant diallingAt, @Nullable Instant reachedAt, @Nullable Unreached unreached) {

  /** Why nobody picked up. */
  public enum Unreached {
    BUSY,
    NO_ANSWER,
    /** The number does not exist, or the network refused. */
    UNOBTAINABLE
  }

  static final DialBack NOT_YET = new DialBack(null, null, null);

  DialBack dialling(Instant at) {
    return new DialBack(earlier(diallingAt, at), reachedAt, unreached);
  }

  DialBack reached(Instant at) {
    return new DialBack(diallingAt, earlier(reachedAt, at), unreached);
  }

  DialBack missed(Unreached why) {
    return new DialBack(diallingAt, reachedAt, why);
  }
}
