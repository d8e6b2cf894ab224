package org.hotline115.gateway.asterisk;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.DefaultManagerConnection;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.QueueEntryEvent;

/** Who waits at which position, by Asterisk's own word, which is the one that callers hear. */
public final class QueueWatch implements AutoCloseable {

  private static final long MILLIS_MAX = 10_000;

  private final DefaultManagerConnection connection;

  private QueueWatch(DefaultManagerConnection connection) {
    this.connection = connection;
  }

  public static QueueWatch of(TestAsterisk asterisk)
      throws IOException, AuthenticationFailedException, TimeoutException {
    QueueWatch watch =
        new QueueWatch(
            new DefaultManagerConnection(
                "127.0.0.1", asterisk.amiPort(), "gateway", asterisk.amiSecret().strip()));
    watch.connection.login();
    return watch;
  }

  /** The ids of the callers' channels, the first of the queue first. */
  public List<String> waiting(String queue) throws IOException {
    QueueStatusAction action = new QueueStatusAction();
    action.setQueue(queue);
    try {
      return connection.sendEventGeneratingAction(action, MILLIS_MAX).getEvents().stream()
          .filter(event -> event instanceof QueueEntryEvent)
          .map(event -> (QueueEntryEvent) event)
          .sorted(Comparator.comparing(QueueEntryEvent::getPosition))
          .map(QueueEntryEvent::getUniqueId)
          .toList();
    } catch (org.asteriskjava.manager.EventTimeoutException late) {
      throw new IOException("Asterisk did not list its queue", late);
    }
  }

  @Override
  public void close() {
    connection.logoff();
  }
}
