package org.hotline115.callflow.call;

/** What came of an agent's wish for an interpreter. */
public sealed interface InterpreterResult {

  /** Ordered, or so already; whether it rings, answers and ends comes as facts of the call. */
  record Ordered() implements InterpreterResult {}

  /** Only who speaks with the caller adds somebody to the talk. */
  record NotYourCall() implements InterpreterResult {}

  /** Nobody interprets this language for the call's line. */
  record NoSuchService() implements InterpreterResult {}

  record ExchangeAway() implements InterpreterResult {}
}
