package org.hotline115.callflow.callback;

/** What came of a person's wish to be rung. */
public sealed interface PromiseResult {

  record Promised(Callback callback) implements PromiseResult {}

  /** This number is owed a callback already: nothing new, and its rank is as old as before. */
  record AlreadyOwed(Callback callback) implements PromiseResult {}
}
