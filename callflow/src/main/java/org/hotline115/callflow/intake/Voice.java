package org.hotline115.callflow.intake;

import java.time.Duration;

/** The mouth and the ear on one call. */
public interface Voice {

  Heard perform(Verb verb);

  /** How long it takes to say, so that nobody is talked to for too long. */
  Duration length(Verb verb);
}
