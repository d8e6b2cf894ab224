package org.hotline115.callflow.callback;

/** What the person's telephone shows when we ring. */
public enum Presentation {
  NUMBER,
  /** Nothing: others may look at this telephone. The person is told so. */
  WITHHELD
}
