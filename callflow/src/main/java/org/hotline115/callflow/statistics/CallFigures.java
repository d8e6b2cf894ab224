package org.hotline115.callflow.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * The sums over one set of calls, from which every indicator follows.
 *
 * @param leftOut calls of the set that are counted nowhere
 */
public record CallFigures(
    Outcomes outcomes,
    Waits waits,
    Callers callers,
    Promises promises,
    Handling handling,
    LeftOut leftOut) {

  /**
   * Received in the period and in no figure.
   *
   * @param test rang on a line that is for tests
   * @param inMenu still in the menu: what they become is not known yet
   */
  public record LeftOut(long test, long inMenu) {

    public long all() {
      return test + inMenu;
    }
  }

  /** Of a set in which nobody rang. */
  static final CallFigures NONE =
      new CallFigures(
          new Outcomes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
          new Waits(0, 0, 0, null, null, 0, 0, null, null),
          new Callers(0, 0, 0, 0, null, null),
          new Promises(0, 0, 0, 0, 0),
          new Handling(0, 0, 0, 0, 0),
          new LeftOut(0, 0));

  /** Every call has exactly one word: {@code R = BF + BT + I + IE + O}. */
  public boolean isWhole() {
    return outcomes.difference() == 0;
  }

  public Indicator indicator(IndicatorCode code) {
    return code.of(this);
  }

  /** All of them, in the order of the domain page. */
  public List<Indicator> indicators() {
    return Arrays.stream(IndicatorCode.values()).map(this::indicator).toList();
  }
}
