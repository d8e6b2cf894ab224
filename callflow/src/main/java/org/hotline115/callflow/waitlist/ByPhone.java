package org.hotline115.callflow.waitlist;

/** Why somebody is not asked by text: an agent calls, or says it when they are there. */
public enum ByPhone {
  NO_NUMBER,
  /** Nobody said that a text is welcome, or none may be sent. */
  NO_YES,
  /** No more texts of this kind are wanted, or others read this telephone. */
  REFUSED,
  /** A reminder asked something and waits for its answer: "1" could mean either. */
  OTHER_QUESTION,
  /** The sender of our texts is a name: no answer reaches us. */
  NOT_HEARD
}
