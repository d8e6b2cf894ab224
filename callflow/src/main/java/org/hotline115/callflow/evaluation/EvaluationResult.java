package org.hotline115.callflow.evaluation;

/** What became of a wish about a flash evaluation. */
public sealed interface EvaluationResult {

  /** As it stands now. */
  record Noted(FlashEvaluation evaluation) implements EvaluationResult {}

  /** No contact of this agent that is open, no evaluation of that id. */
  record NothingThere() implements EvaluationResult {}

  /** A colleague's: it is taken first. */
  record NotYours() implements EvaluationResult {}

  /** Somebody saved or took it in between. */
  record ChangedElsewhere(FlashEvaluation current) implements EvaluationResult {}

  /** It is done, and stays as it was read to the person. */
  record AlreadyDone() implements EvaluationResult {}

  /** Not done before this was asked. */
  record Missing(String field) implements EvaluationResult {}

  /** Nobody of that name works here. */
  record NoSuchAgent() implements EvaluationResult {}

  /** The id is something else's. */
  record OtherThing() implements EvaluationResult {}
}
