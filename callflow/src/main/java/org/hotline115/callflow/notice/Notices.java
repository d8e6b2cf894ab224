package org.hotline115.callflow.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/** Where notices are kept. Each method throws {@code RecordsAway} when that place is away. */
interface Notices {

  /**
   * Keeps it with its audit row, or gives back what stands there under this id; nothing when these
   * people are told something already, or when so many are said as one may.
   */
  Optional<Notice> keep(Notice notice, int saidAtOnceMost);

  Optional<Notice> find(NoticeId noticeId);

  /** Ends it once, with an audit row. {@code by} is null when it ends by itself. */
  Optional<Notice> end(NoticeId noticeId, Notice.Ending ending, @Nullable AgentId by, Instant at);

  /** Those that nobody and nothing has ended, the oldest first. */
  List<Notice> standing();

  /** Those that are said first, then the newest. */
  List<Notice> newest(int most);
}
