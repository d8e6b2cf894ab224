package org.hotline115.callflow.callback;

/** How the talk about a callback ended. */
public sealed interface MenuResult {

  record Promised(Callback callback) implements MenuResult {}

  /** Nothing was promised: he waits, at the place he had. */
  record WaitsOn() implements MenuResult {}

  record HandedOff() implements MenuResult {}

  record CallerGone() implements MenuResult {}
}
