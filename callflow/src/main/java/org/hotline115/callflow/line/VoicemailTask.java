package org.hotline115.callflow.line;

/** What a message asks of us. */
public enum VoicemailTask {
  /** The caller is promised a call, at the time the message was left. */
  CALLBACK,
  /** Nobody can be rung: a withheld number. What is said in the message must do. */
  LISTEN;

  /** Where the promise is made. Repeatable: a message has one task. */
  @FunctionalInterface
  public interface Maker {

    /**
     * Makes the task.
     *
     * @param queue where the line's callers wait
     * @throws org.hotline115.callflow.store.RecordsAway when it is not certain that it was made
     */
    VoicemailTask make(Voicemail message, String queue);
  }
}
