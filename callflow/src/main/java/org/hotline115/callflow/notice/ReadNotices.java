package org.hotline115.callflow.notice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.intake.Announcement;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Which notices are said now. Answers from memory, for callers wait for it; what is said is looked
 * up on the board at that moment, so a place that came free is believed at once.
 */
public final class ReadNotices {

  /** More of them nobody listens to. */
  static final int SAID_AT_ONCE_MOST = 2;

  private final Notices notices;
  private final BoardSays board;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile List<Notice> standing = List.of();

  ReadNotices(Notices notices, BoardSays board, InstantSource clock, ZoneId zone) {
    this.notices = notices;
    this.board = board;
    this.clock = clock;
    this.zone = zone;
  }

  /** Takes what stands in the records, also what another gateway wrote. */
  List<Notice> refresh() {
    try {
      standing = notices.standing();
    } catch (RecordsAway away) {
      // The last known ones hold, until their hour.
    }
    return standing;
  }

  /** For whom the board has nothing now and nobody is told yet: what a supervisor may approve. */
  public List<Audience> proposed() {
    if (!board.isUp()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Audience> told =
        standing.stream().filter(notice -> notice.lasts(now)).map(Notice::audience).toList();
    return Arrays.stream(Audience.values())
        .filter(audience -> !told.contains(audience) && board.nothingFor(audience))
        .toList();
  }

  /** Down: nothing is proposed and nothing said. */
  public BoardLight board() {
    return board.isUp() ? BoardLight.UP : BoardLight.DOWN;
  }

  /**
   * What is said first, then what was said lately.
   *
   * @throws RecordsAway when PostgreSQL does not answer
   */
  public List<Notice> newest(int most) {
    return notices.newest(most);
  }

  /** What a caller hears who must wait; nothing when nothing is known to be true. */
  public List<Announcement> said() {
    List<Notice> all = standing;
    if (all.isEmpty() || !board.isUp()) {
      return List.of();
    }
    Instant now = clock.instant();
    List<Announcement> said = new ArrayList<>();
    for (Notice notice : all) {
      if (notice.lasts(now) && board.nothingFor(notice.audience())) {
        said.add(
            new Announcement.Until(
                words(notice.audience()), notice.until().atZone(zone).getHour()));
      }
    }
    if (!said.isEmpty()) {
      said.add(new Announcement.Plain(Prompt.P73_STAY_OR_LEAVE));
    }
    return said;
  }

  private static Prompt words(Audience audience) {
    return switch (audience) {
      case MEN -> Prompt.P46_NOTHING_MEN;
      case WOMEN -> Prompt.P47_NOTHING_WOMEN;
      case COUPLES -> Prompt.P48_NOTHING_COUPLES;
      case FAMILIES -> Prompt.P49_NOTHING_FAMILIES;
    };
  }
}
