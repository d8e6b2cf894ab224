package org.hotline115.callflow.evaluation;

/** What a household lives on in a month, as a band: the sum is nobody's business at night. */
public enum Resources {
  NONE,
  UNDER_500,
  UNDER_1000,
  OVER_1000,
  NOT_SAID
}
