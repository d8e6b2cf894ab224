package org.hotline115.callflow.notice;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.place.Audience;
import org.jspecify.annotations.Nullable;

/**
 * "No place for these people until that hour", as a supervisor approved it.
 *
 * @param until a full hour: it is said, and it ends the notice
 * @param endedBy null unless it was ended by hand
 */
public record Notice(
    NoticeId noticeId,
    Audience audience,
    Instant until,
    AgentId approvedBy,
    Instant approvedAt,
    @Nullable Instant endedAt,
    @Nullable AgentId endedBy,
    @Nullable Ending ending) {

  /** Why it is not said any more. */
  public enum Ending {
    BY_HAND,
    /** The board found a place: it was not true any more. */
    PLACE_FREE,
    AT_ITS_HOUR
  }

  /** True when the same was wished: a repetition, not another notice under the same id. */
  boolean isWhat(Notice wished) {
    return audience == wished.audience
        && until.equals(wished.until)
        && approvedBy.equals(wished.approvedBy);
  }

  boolean lasts(Instant now) {
    return endedAt == null && now.isBefore(until);
  }
}
