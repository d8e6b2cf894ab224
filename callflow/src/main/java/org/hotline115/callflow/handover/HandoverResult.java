package org.hotline115.callflow.handover;

/** What became of a wish about the hand-over. */
public sealed interface HandoverResult {

  record Written(Entry entry) implements HandoverResult {}

  record Tasked(Task task) implements HandoverResult {}

  record NothingThere() implements HandoverResult {}

  /** Somebody took, gave or did it in between. */
  record ChangedElsewhere(Task current) implements HandoverResult {}

  /** Nobody of that name works here. */
  record NoSuchAgent() implements HandoverResult {}

  /** The id is something else's. */
  record OtherThing() implements HandoverResult {}
}
