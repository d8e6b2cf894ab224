package org.hotline115.callflow.message;

import java.util.List;
import org.hotline115.callflow.access.Session;

/** The newest texts: all of them for who supervises, one's own for the others. */
public final class ReadMessages {

  private final JdbcOutbox outbox;

  ReadMessages(JdbcOutbox outbox) {
    this.outbox = outbox;
  }

  /** {@code everything}: the demo shows all to all. */
  public List<TextMessage> newest(Session by, boolean everything) {
    boolean all =
        everything
            || switch (by.role()) {
              case SUPERVISOR, ADMIN -> true;
              case LISTENER, PLACE_MANAGER -> false;
            };
    return outbox.list(all ? null : by.agent());
  }
}
