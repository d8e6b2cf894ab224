package org.hotline115.callflow.board;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * What is free in each group and when it was told, as plain numbers side by side: a search reads
 * fifty thousand of them in the time that following as many references would take for two thousand.
 */
public final class Figures {

  /** The group is not on tonight's board. */
  public static final int NOT_SHOWN = -1;

  private static final int FIRST_SIZE = 256;

  private volatile AtomicIntegerArray free = new AtomicIntegerArray(FIRST_SIZE);
  private volatile AtomicIntegerArray toldAtSecond = new AtomicIntegerArray(FIRST_SIZE);
  private int slots;

  Figures() {}

  /** The number under which a new group keeps its figures. */
  synchronized int add() {
    int number = slots++;
    if (number >= free.length()) {
      free = grown(free);
      toldAtSecond = grown(toldAtSecond);
    }
    free.set(number, NOT_SHOWN);
    return number;
  }

  private static AtomicIntegerArray grown(AtomicIntegerArray full) {
    AtomicIntegerArray grown = new AtomicIntegerArray(full.length() * 2);
    for (int i = 0; i < full.length(); i++) {
      grown.setPlain(i, full.getPlain(i));
    }
    return grown;
  }

  /** Under the same lock as growing: a figure written into an outgrown array would be lost. */
  synchronized void set(int number, @Nullable CapacityState state) {
    free.set(number, state == null ? NOT_SHOWN : state.available());
    toldAtSecond.set(number, state == null ? 0 : second(state.toldAt()));
  }

  private static int second(@Nullable Instant toldAt) {
    return toldAt == null ? 0 : (int) Math.min(Integer.MAX_VALUE, toldAt.getEpochSecond());
  }

  Look look() {
    return new Look(free, toldAtSecond);
  }

  /** One look at all of them; a figure that moves meanwhile is read before or after. */
  public static final class Look {

    private final AtomicIntegerArray free;
    private final AtomicIntegerArray toldAtSecond;

    private Look(AtomicIntegerArray free, AtomicIntegerArray toldAtSecond) {
      this.free = free;
      this.toldAtSecond = toldAtSecond;
    }

    /** {@link #NOT_SHOWN} for a group that came after the look began. */
    public int free(int number) {
      return number < free.length() ? free.getOpaque(number) : NOT_SHOWN;
    }

    public int toldAtSecond(int number) {
      return number < toldAtSecond.length() ? toldAtSecond.getOpaque(number) : 0;
    }
  }
}
