package org.hotline115.callflow.household;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;

/** Whom the household speaks to first. It gives no further right to anything. */
public record Referent(ReferentId referentId, AgentId agent, Instant since) {

  /** Why somebody is it no more. */
  public enum End {
    /** By another one; noted by itself. */
    REPLACED,
    PERSON_WISHES,
    NOT_NEEDED,
    OTHER
  }
}
