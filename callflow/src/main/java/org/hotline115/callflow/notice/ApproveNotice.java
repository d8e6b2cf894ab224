package org.hotline115.callflow.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.store.RecordsAway;

/**
 * A supervisor lets waiting callers be told that there is no place for some people until an hour.
 * Fail-closed: what the board does not say, or what cannot be noted, is not said to anybody.
 */
public final class ApproveNotice {

  private final Notices notices;
  private final ReadNotices read;
  private final BoardSays board;
  private final InstantSource clock;

  ApproveNotice(Notices notices, ReadNotices read, BoardSays board, InstantSource clock) {
    this.notices = notices;
    this.read = read;
    this.board = board;
    this.clock = clock;
  }

  /** {@code until} is a full hour to come; {@code noticeId} is the client's. */
  public NoticeResult run(NoticeId noticeId, Audience audience, Instant until, AgentId by) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Notice wished = new Notice(noticeId, audience, until, by, now, null, null, null);
    try {
      Optional<Notice> known = notices.find(noticeId);
      if (known.isPresent()) {
        return known.get().isWhat(wished)
            ? new NoticeResult.Said(known.get())
            : new NoticeResult.OtherNotice();
      }
      if (!board.isUp()) {
        return new NoticeResult.BoardDown();
      }
      if (!board.nothingFor(audience)) {
        return new NoticeResult.NotTrue(audience);
      }
      Optional<Notice> kept = notices.keep(wished, ReadNotices.SAID_AT_ONCE_MOST);
      boolean isSaidAlready =
          read.refresh().stream().anyMatch(notice -> notice.audience() == audience);
      if (kept.isEmpty()) {
        return isSaidAlready
            ? new NoticeResult.AlreadySaid()
            : new NoticeResult.TooMany(ReadNotices.SAID_AT_ONCE_MOST);
      }
      return kept.get().isWhat(wished)
          ? new NoticeResult.Said(kept.get())
          : new NoticeResult.OtherNotice();
    } catch (RecordsAway away) {
      return new NoticeResult.RecordsDown();
    }
  }
}
