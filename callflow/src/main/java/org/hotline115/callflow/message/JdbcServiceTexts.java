package org.hotline115.callflow.message;

import java.time.InstantSource;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Ids;
import org.jdbi.v3.core.Handle;

/** Writes a text of the service into the outbox, together with what makes it necessary. */
public final class JdbcServiceTexts {

  /** Who wrote it, on the page of texts. */
  private static final AgentId SERVICE = new AgentId("service");

  private final Database database;
  private final JdbcOutbox outbox;
  private final JdbcOptOuts optOuts;
  private final Templates templates;
  private final InstantSource clock;
  private final Ids ids;

  JdbcServiceTexts(
      Database database,
      JdbcOutbox outbox,
      JdbcOptOuts optOuts,
      Templates templates,
      InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.optOuts = optOuts;
    this.templates = templates;
    this.clock = clock;
    this.ids = new Ids(clock);
  }

  /** By itself. */
  public ServiceTextResult put(ServiceText text) {
    return database.inTransaction(handle -> put(handle, text));
  }

  /** In the transaction of the caller, and last in it: the audit trail is locked from here on. */
  public ServiceTextResult put(Handle handle, ServiceText text) {
    boolean optedOut = optOuts.isOptedOut(handle, text.to(), text.template().purpose());
    MessageStatus status =
        outbox.put(
            handle,
            new NewMessage(
                new MessageId(ids.next()),
                text.cause(),
                text.template(),
                text.language(),
                null,
                null,
                SERVICE,
                text.to(),
                optedOut ? "" : templates.write(text.template(), text.language(), text.values()),
                optedOut ? MessageStatus.SUPPRESSED_OPT_OUT : MessageStatus.QUEUED,
                clock.instant(),
                text.notAfter(),
                text.occasion()));
    return status == MessageStatus.SUPPRESSED_OPT_OUT
            || status == MessageStatus.SUPPRESSED_DISCRETION
        ? ServiceTextResult.OPTED_OUT
        : ServiceTextResult.QUEUED;
  }
}
