package org.hotline115.callflow.appointment;

import java.util.Optional;
import java.util.OptionalDouble;

/** So many of so many. Where there are none, there is no rate: nothing is shown as zero. */
public record Rate(long counted, long among) {

  /** Of a normal distribution, for 95 %. */
  private static final double Z = 1.959963984540054;

  public Rate {
    if (counted < 0 || among < 0) {
      throw new IllegalArgumentException("what is counted is not negative");
    }
  }

  public OptionalDouble value() {
    return among == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) counted / among);
  }

  /** The 95 % interval of Wilson; empty when there are none. */
  public Optional<Interval> interval() {
    if (among == 0 || counted > among) {
      return Optional.empty();
    }
    double share = (double) counted / among;
    double square = Z * Z / among;
    double middle = (share + square / 2) / (1 + square);
    double half = Z * Math.sqrt(share * (1 - share) / among + square / (4 * among)) / (1 + square);
    return Optional.of(new Interval(Math.max(0, middle - half), Math.min(1, middle + half)));
  }

  /** From where to where the truth lies, nineteen times of twenty. */
  public record Interval(double low, double high) {}
}
