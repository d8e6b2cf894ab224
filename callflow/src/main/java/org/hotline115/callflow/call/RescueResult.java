package org.hotline115.callflow.call;

/** What came of an agent's danger button. */
public sealed interface RescueResult {

  /** It was ordered; whether it rings and answers comes as facts of the call. */
  record Ordered() implements RescueResult {}

  /** Only who speaks with the caller rings the rescue for him. */
  record NotYourCall() implements RescueResult {}

  /** No service of the call's territory. */
  record NoSuchService() implements RescueResult {}

  /** Nobody was rung: take another telephone. */
  record ExchangeAway() implements RescueResult {}
}
