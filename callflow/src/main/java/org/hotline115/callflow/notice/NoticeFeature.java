package org.hotline115.callflow.notice;

import java.time.InstantSource;
import java.time.ZoneId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.ReadBoard;
import org.hotline115.callflow.search.SearchPlaces;
import org.hotline115.callflow.store.Database;

/** Notices, put together. */
public final class NoticeFeature {

  /** What notices stand on. */
  public record Ground(Database database, JdbcAuditTrail audit, InstantSource clock, ZoneId zone) {}

  private final ReadNotices readNotices;
  private final ApproveNotice approveNotice;
  private final EndNotice endNotice;

  public NoticeFeature(Ground ground, ReadBoard board, SearchPlaces search) {
    this(
        ground,
        new BoardSays(
            () -> board.light() == BoardLight.UP,
            household -> search.run(household, 1).fitting() > 0));
  }

  NoticeFeature(Ground ground, BoardSays board) {
    Notices notices = new JdbcNotices(ground.database(), ground.audit());
    readNotices = new ReadNotices(notices, board, ground.clock(), ground.zone());
    approveNotice = new ApproveNotice(notices, readNotices, board, ground.clock());
    endNotice = new EndNotice(notices, readNotices, board, ground.clock());
  }

  public ReadNotices readNotices() {
    return readNotices;
  }

  public ApproveNotice approveNotice() {
    return approveNotice;
  }

  public EndNotice endNotice() {
    return endNotice;
  }
}
