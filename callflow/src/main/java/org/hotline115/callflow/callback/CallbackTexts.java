package org.hotline115.callflow.callback;

/** The texts of a promise. Each is written at most once for a promise; none without agreement. */
public interface CallbackTexts {

  /** "Your call is noted, you keep your turn." */
  void ticket(Callback callback);

  /** "We tried to reach you." */
  void failed(Callback callback);
}
