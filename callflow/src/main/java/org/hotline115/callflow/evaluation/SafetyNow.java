package org.hotline115.callflow.evaluation;

/** How safe they are now. */
public enum SafetyNow {
  SAFE,
  RISK,
  DANGER
}
