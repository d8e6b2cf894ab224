package org.hotline115.callflow.callback;

/** Why a callback is spoken of. */
public enum Occasion {
  /** He pressed the key for "at this number" while he waited. */
  THIS_NUMBER,
  /** He pressed the key for "at another number" while he waited. */
  OTHER_NUMBER,
  /** The queue is full: he may wait all the same. */
  FULL,
  /** He waited as long as one may. */
  MAX_WAIT
}
