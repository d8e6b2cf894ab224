package org.hotline115.callflow.queue;

import java.time.Instant;
import org.hotline115.callflow.call.CallId;

/** The hand on the exchange that moves somebody who waits already. */
@FunctionalInterface
public interface PlaceMover {

  /** True when the call stands at this rank of its queue now, and keeps it when it comes back. */
  boolean move(CallId call, Instant rankAt);
}
