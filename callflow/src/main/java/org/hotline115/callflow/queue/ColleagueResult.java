package org.hotline115.callflow.queue;

/** What came of an agent's wish about a colleague in his talk. */
public sealed interface ColleagueResult {

  /** Ordered, or so already; whether it rings, answers and ends comes as facts of the call. */
  record Ordered() implements ColleagueResult {}

  /** Only who speaks with the caller asks somebody into the talk. */
  record NotYourCall() implements ColleagueResult {}

  /** Not ready any more: another call, a break, gone home. */
  record NotReady() implements ColleagueResult {}

  /** A call cannot be passed on to nobody. */
  record NobodyThere() implements ColleagueResult {}

  record ExchangeAway() implements ColleagueResult {}
}
