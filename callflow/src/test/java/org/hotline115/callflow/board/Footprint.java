package org.hotline115.callflow.board;

import java.lang.management.ManagementFactory;

/** What this process uses, to see whether a fault left something behind. */
record Footprint(int threads, long heapBytes) {

  private static final double MOST_MORE = 1.2;

  /** Below this the heap of a test is noise of the test itself. */
  private static final long NOISE_BYTES = 8_000_000;

  static Footprint now() {
    System.gc();
    System.gc();
    return new Footprint(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  /** At most a fifth more than it was. */
  boolean isNear(Footprint before) {
    return threads <= before.threads * MOST_MORE
        && heapBytes <= before.heapBytes * MOST_MORE + NOISE_BYTES;
  }
}
