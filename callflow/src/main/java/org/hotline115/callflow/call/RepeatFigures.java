package org.hotline115.callflow.call;

/**
 * How often the same people ring: the burden of a line that does not answer. Definitions in
 * jdbc_repeat_figures.sql.
 *
 * @param withKey the received calls that showed a number: only they can be told apart
 * @param callers different numbers among them
 * @param joined callers with whom one of us spoke
 * @param mostOfOne how often the most insistent one rang
 */
public record RepeatFigures(
    long received, long withKey, long callers, long joined, long mostOfOne) {

  public RepeatFigures {
    if (callers > withKey || withKey > received || joined > callers || mostOfOne > withKey) {
      throw new IllegalArgumentException("a part is larger than its whole");
    }
  }

  /** 1 - callers / calls with a number; nothing rang: 0. */
  public double repeatRate() {
    return withKey == 0 ? 0 : 1 - (double) callers / withKey;
  }

  /** Joined callers / callers; nobody rang: 1, for nobody was left alone. */
  public double callerAccessRate() {
    return callers == 0 ? 1 : (double) joined / callers;
  }

  /** Calls without a number / received. */
  public double withheldShare() {
    return received == 0 ? 0 : (double) (received - withKey) / received;
  }
}
