package org.hotline115.callflow.search;

import java.util.Arrays;

/** The smallest so many numbers of a long row, without keeping the row. */
final class Best {

  private final long[] smallest;
  private int count;

  Best(int most) {
    this.smallest = new long[most];
  }

  void offer(long number) {
    if (count == smallest.length) {
      if (count == 0 || number >= smallest[count - 1]) {
        return;
      }
      count--;
    }
    int place = Arrays.binarySearch(smallest, 0, count, number);
    int at = place < 0 ? -place - 1 : place;
    System.arraycopy(smallest, at, smallest, at + 1, count - at);
    smallest[at] = number;
    count++;
  }

  /** The smallest first. */
  long[] all() {
    return Arrays.copyOf(smallest, count);
  }
}
