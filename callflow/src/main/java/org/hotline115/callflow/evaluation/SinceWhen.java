package org.hotline115.callflow.evaluation;

/** Since when somebody has no home, as they tell it. */
public enum SinceWhen {
  TODAY,
  UNDER_A_WEEK,
  UNDER_A_MONTH,
  UNDER_A_YEAR,
  LONGER
}
