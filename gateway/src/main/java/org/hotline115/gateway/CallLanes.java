package org.hotline115.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.call.CallId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One ordered lane for each call: what happens to a call is worked off in order, at our pace, and
 * no call waits for another. A lane is a virtual thread that lives while there is work.
 */
public final class CallLanes implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CallLanes.class);

  static final int LANES_MAX = 10_000;
  static final int LANE_LENGTH_MAX = 1_000;

  private final Map<CallId, ArrayDeque<Runnable>> lanes = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("call-lane-", 0).factory());
  private final Counter refused;
  private final Counter failed;

  public CallLanes(MeterRegistry registry) {
    refused = registry.counter("gateway_call_lanes_refused");
    failed = registry.counter("gateway_call_lanes_failed");
    Gauge.builder("gateway_call_lanes", lanes, Map::size).register(registry);
  }

  /** False when the lane or the house is full: the caller must resynchronise later. */
  public boolean submit(CallId call, Runnable work) {
    boolean[] taken = {true};
    lanes.compute(
        call,
        (_, lane) -> {
          if (lane == null && lanes.size() >= LANES_MAX) {
            taken[0] = false;
            return null;
          }
          ArrayDeque<Runnable> queue = lane == null ? new ArrayDeque<>() : lane;
          if (queue.size() >= LANE_LENGTH_MAX) {
            taken[0] = false;
            return queue;
          }
          queue.addLast(work);
          if (lane == null) {
            threads.execute(() -> workOff(call));
          }
          return queue;
        });
    if (!taken[0]) {
      refused.increment();
    }
    return taken[0];
  }

  private void workOff(CallId call) {
    for (Runnable work = next(call); work != null; work = next(call)) {
      try {
        work.run();
      } catch (RuntimeException e) {
        failed.increment();
        log.atError().setCause(e).addKeyValue("callId", call).log("work on a call failed");
      }
    }
  }

  /** The next piece of work; an empty lane ends here, in one step with finding it empty. */
  private @Nullable Runnable next(CallId call) {
    Runnable[] work = {null};
    lanes.computeIfPresent(
        call,
        (_, lane) -> {
          work[0] = lane.pollFirst();
          return work[0] == null ? null : lane;
        });
    return work[0];
  }

  /** Waits a moment for what is under way. */
  @Override
  public void close() {
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
