package org.hotline115.callflow.intake;

/**
 * What a caller of one line is led through before the queue. The rules of every menu: key 1 is
 * danger, always and everywhere; silence never ends a call; by doing nothing one reaches a human.
 */
@FunctionalInterface
public interface Menu {

  /** Leads one caller through. Never fails for a silent, impatient or vanished caller. */
  IntakeResult lead(Voice voice);
}
