package org.hotline115.callflow.caller;

/**
 * What a telephone that others may look at must not show; {@code domain.md} 4.9. NEUTRAL: no word
 * about shelter. NONE: no text, no voicemail, no callback.
 */
public enum Discretion {
  NORMAL,
  NEUTRAL,
  NONE
}
