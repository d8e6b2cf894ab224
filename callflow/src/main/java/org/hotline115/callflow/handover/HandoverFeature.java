package org.hotline115.callflow.handover;

import java.time.InstantSource;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;

/** The hand-over, put together. */
public final class HandoverFeature {

  private final KeepLogBook logBook;
  private final KeepTasks tasks;

  public HandoverFeature(
      Database database, Cipher cipher, JdbcAuditTrail audit, InstantSource clock) {
    JdbcHandover handover = new JdbcHandover(database, cipher, audit);
    this.logBook = new KeepLogBook(handover, clock);
    this.tasks = new KeepTasks(handover, clock);
  }

  public KeepLogBook logBook() {
    return logBook;
  }

  public KeepTasks tasks() {
    return tasks;
  }
}
