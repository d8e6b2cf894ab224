package org.hotline115.callflow.access;

/** Who did what. Append-only. */
public interface AuditTrail {

  /** Written before the answer is given; throws when it cannot be. */
  void record(AuditEvent event);
}
