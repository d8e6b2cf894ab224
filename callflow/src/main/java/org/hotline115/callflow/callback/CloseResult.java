package org.hotline115.callflow.callback;

/** What came of an agent's word about a promise. */
public sealed interface CloseResult {

  record Changed(Callback callback) implements CloseResult {}

  /** The promise is not in a state where this makes sense; it stays as it is. */
  record NotNow(Callback callback) implements CloseResult {}

  record NoSuchCallback() implements CloseResult {}
}
