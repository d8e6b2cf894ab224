package org.hotline115.callflow.request;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.board.BoardChange;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.BoardListener;
import org.hotline115.callflow.board.BoardPicture;
import org.hotline115.callflow.contact.ContactId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A hold is a search: its contact's request opens, behind the hold's answer. What is missed
 * (PostgreSQL away, queue full) is made up by the offer or the confirmation, which open it too.
 */
final class FollowHolds implements BoardListener, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FollowHolds.class);

  private static final int HOLDS_WAITING_MAX = 1_000;

  private final OpenRequest openRequest;
  private final RequestMetrics metrics;
  private final ThreadPoolExecutor writer =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(HOLDS_WAITING_MAX),
          Thread.ofPlatform().daemon().name("request-follower").factory());

  FollowHolds(OpenRequest openRequest, RequestMetrics metrics) {
    this.openRequest = openRequest;
    this.metrics = metrics;
    writer.setRejectedExecutionHandler((job, executor) -> metrics.notFollowed());
  }

  @Override
  public void boardChanged(List<BoardChange> changes) {
    for (BoardChange change : changes) {
      if (change.verb() == BoardChange.Verb.HELD) {
        change.hold().ifPresent(hold -> writer.execute(() -> follow(hold.contactId())));
      }
    }
  }

  private void follow(ContactId contactId) {
    try {
      openRequest.searching(contactId);
    } catch (RuntimeException e) {
      metrics.notFollowed();
      log.atWarn()
          .addKeyValue("contactId", contactId)
          .addKeyValue("reason", e.toString())
          .log("A hold's request was not opened yet");
    }
  }

  @Override
  public void boardReset(BoardPicture picture) {}

  @Override
  public void boardTurned(BoardLight light) {}

  @Override
  public void close() {
    writer.shutdownNow();
  }
}
