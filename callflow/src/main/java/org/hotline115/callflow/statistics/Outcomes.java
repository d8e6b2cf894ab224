package org.hotline115.callflow.statistics;

/**
 * What became of the calls of a set, each counted under exactly one word. {@code received} is
 * counted by itself, so that {@link #difference} can say that a call has none, or two.
 *
 * @param received {@code R}
 * @param blockedFull {@code BF}
 * @param blockedTech {@code BT}
 * @param ivrOnly {@code I}
 * @param handedOff {@code IE}
 * @param answered {@code A}, also while they still speak
 * @param abandonedShort {@code S}
 * @param abandoned {@code B}
 * @param leftForCallback {@code C}
 * @param timedOut {@code T}
 * @param exitEmpty {@code X}
 * @param waiting {@code W}: only while the set still lives
 */
public record Outcomes(
    long received,
    long blockedFull,
    long blockedTech,
    long ivrOnly,
    long handedOff,
    long answered,
    long abandonedShort,
    long abandoned,
    long leftForCallback,
    long timedOut,
    long exitEmpty,
    long waiting) {

  public long blocked() {
    return blockedFull + blockedTech;
  }

  /** {@code O = A + S + B + C + T + X + W}: who entered the queue. */
  public long offered() {
    return answered + abandonedShort + abandoned + leftForCallback + timedOut + exitEmpty + waiting;
  }

  /** {@code O - S}: who waited long enough to be owed an answer. */
  public long offeredInEarnest() {
    return offered() - abandonedShort;
  }

  /** {@code R - (BF + BT + I + IE + O)}: zero, or the figures must not be believed. */
  public long difference() {
    return received - (blocked() + ivrOnly + handedOff + offered());
  }
}
