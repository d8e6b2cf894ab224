package org.hotline115.callflow.statistics;

/** What came of the wish to freeze a month. */
public sealed interface FreezeResult {

  record Frozen(FrozenMonth month) implements FreezeResult {}

  /** It is frozen already, and its figures are those of the rows: there is nothing to correct. */
  record Unchanged(FrozenMonth month) implements FreezeResult {}

  /** It is not over yet, and would be another one tomorrow. */
  record NotOver() implements FreezeResult {}

  /** A call has no outcome, or two: such figures are not published. */
  record NotWhole(long difference) implements FreezeResult {}

  /** Somebody else froze it at this very moment: look what stands there. */
  record FrozenMeanwhile() implements FreezeResult {}
}
