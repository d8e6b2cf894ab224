package org.hotline115.callflow.message;

import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Session;

/** The page of texts: what was written to whom, and what became of it. */
public final class ReadMessages {

  public static final int SHOWN_MAX = 200;

  private final JdbcTextPage page;

  ReadMessages(JdbcTextPage page) {
    this.page = page;
  }

  /**
   * Newest first. The words are for supervisors and for the agent who caused them; {@code
   * everything} shows them to all: the demo's are invented.
   */
  public List<SentMessage> newest(Session by, boolean everything) {
    return page.latest(SHOWN_MAX, writer -> everything || mayReadWordsOf(writer, by));
  }

  private static boolean mayReadWordsOf(AgentId writer, Session by) {
    return switch (by.role()) {
      case SUPERVISOR, ADMIN -> true;
      case LISTENER, COORDINATOR, PLACE_MANAGER -> writer.equals(by.agent());
    };
  }
}
