package org.hotline115.callflow.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/** Ends notices: by hand, at their hour, and as soon as the board has a place for these people. */
public final class EndNotice implements Runnable {

  private final Notices notices;
  private final ReadNotices read;
  private final BoardSays board;
  private final InstantSource clock;

  EndNotice(Notices notices, ReadNotices read, BoardSays board, InstantSource clock) {
    this.notices = notices;
    this.read = read;
    this.board = board;
    this.clock = clock;
  }

  /** By hand. Ending it again changes nothing: who ended it first stays. */
  public NoticeResult run(NoticeId noticeId, AgentId by) {
    try {
      Optional<Notice> ended = notices.end(noticeId, Notice.Ending.BY_HAND, by, clock.instant());
      read.refresh();
      return ended
          .<NoticeResult>map(NoticeResult.Ended::new)
          .orElseGet(NoticeResult.NoSuchNotice::new);
    } catch (RecordsAway away) {
      return new NoticeResult.RecordsDown();
    }
  }

  /** Every few seconds. What ended stays ended: when it comes true again a person decides again. */
  @Override
  public void run() {
    Instant now = clock.instant();
    try {
      boolean ended = false;
      for (Notice notice : read.refresh()) {
        if (!now.isBefore(notice.until())) {
          notices.end(notice.noticeId(), Notice.Ending.AT_ITS_HOUR, null, now);
          ended = true;
        } else if (board.isUp() && !board.nothingFor(notice.audience())) {
          notices.end(notice.noticeId(), Notice.Ending.PLACE_FREE, null, now);
          ended = true;
        }
      }
      if (ended) {
        read.refresh();
      }
    } catch (RecordsAway away) {
      // Nothing that is untrue is said meanwhile: it is looked up whenever it is said.
    }
  }
}
