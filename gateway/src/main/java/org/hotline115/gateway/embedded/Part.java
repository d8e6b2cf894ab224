package org.hotline115.gateway.embedded;

/** One program that the machine needs. Used by the supervisor's one thread only. */
interface Part {

  /** As a person reads it: "postgres". */
  String name();

  /**
   * Starts it, or takes over or ends what an earlier run left behind. Returns when it does its
   * work.
   *
   * @throws StartFailed with a sentence that helps
   */
  void start() throws InterruptedException;

  boolean alive();

  /**
   * Ends it cleanly within a few seconds, or else at once. Nothing happens when it is not there.
   */
  void stop() throws InterruptedException;

  /** A part did not start. */
  final class StartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartFailed(String sentence) {
      super(sentence);
    }

    StartFailed(String sentence, Throwable cause) {
      super(sentence, cause);
    }
  }
}
