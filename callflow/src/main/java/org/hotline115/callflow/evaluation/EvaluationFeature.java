package org.hotline115.callflow.evaluation;

import java.time.InstantSource;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.contact.ReadContacts;
import org.hotline115.callflow.store.Database;

/** Flash evaluations, put together. */
public final class EvaluationFeature {

  private final KeepEvaluations keepEvaluations;

  public EvaluationFeature(
      Database database, JdbcAuditTrail audit, InstantSource clock, ReadContacts contacts) {
    this.keepEvaluations =
        new KeepEvaluations(new JdbcEvaluations(database, audit), contacts, audit, clock);
  }

  public KeepEvaluations keepEvaluations() {
    return keepEvaluations;
  }
}
