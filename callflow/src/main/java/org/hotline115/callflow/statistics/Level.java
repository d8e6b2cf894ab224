package org.hotline115.callflow.statistics;

/**
 * How a figure of now stands to what was agreed: as it should be, waiting too long, or alarming.
 */
public enum Level {
  CALM,
  OLD,
  DANGER
}
