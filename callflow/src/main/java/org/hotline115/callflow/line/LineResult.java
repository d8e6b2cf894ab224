package org.hotline115.callflow.line;

/** What a supervisor's decision came to. */
public sealed interface LineResult {

  record Decided(LineStatus status) implements LineResult {}

  record NoSuchLine() implements LineResult {}

  /** The public 115: anyone may ask for shelter at any time. */
  record NeverCloses() implements LineResult {}

  /** The id belongs to another decision. */
  record OtherAct() implements LineResult {}

  /** The call does not wait (any more), or the exchange cannot be reached. Nothing was moved. */
  record NotMoved() implements LineResult {}

  /** Unknown whether it was noted: ask again with the same id. */
  record RecordsDown() implements LineResult {}
}
