package org.hotline115.callflow.callback;

/** How the person is reached at his turn. */
public enum CallbackChannel {
  VOICE,
  /** He cannot hear or speak: the agent writes to him, and his telephone never rings. */
  TEXT
}
