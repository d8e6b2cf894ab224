package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.notice.Notice;
import org.hotline115.callflow.notice.NoticeFeature;
import org.hotline115.callflow.notice.NoticeId;
import org.hotline115.callflow.notice.NoticeResult;
import org.hotline115.callflow.place.Audience;
import org.jspecify.annotations.Nullable;

/** What callers who must wait are told of the board: proposed by it, approved by a supervisor. */
public final class NoticeRoutes implements Routes {

  private static final int SHOWN_MOST = 12;
  private static final Duration AHEAD_MAX = Duration.ofHours(18);

  private final NoticeFeature notices;
  private final DisplayNames names;
  private final InstantSource clock;

  public NoticeRoutes(NoticeFeature notices, DisplayNames names, InstantSource clock) {
    this.notices = notices;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/notices", this::list);
    api.post("/api/notices", this::approve);
    api.post("/api/notices/:noticeId/end", this::end);
  }

  private record NoticesView(
      Instant at, BoardLight board, List<Audience> proposed, List<NoticeView> notices) {}

  private record NoticeView(
      UUID noticeId,
      Audience audience,
      Instant until,
      String by,
      Instant approvedAt,
      @Nullable Instant endedAt,
      @Nullable String endedBy,
      Notice.@Nullable Ending ending) {}

  private Answer list(ApiRequest request) {
    return Answer.ok(
        new NoticesView(
            clock.instant(),
            notices.readNotices().board(),
            notices.readNotices().proposed(),
            notices.readNotices().newest(SHOWN_MOST).stream().map(this::view).toList()));
  }

  private NoticeView view(Notice notice) {
    return new NoticeView(
        notice.noticeId().value(),
        notice.audience(),
        notice.until(),
        names.of(notice.approvedBy()),
        notice.approvedAt(),
        notice.endedAt(),
        notice.endedBy() == null ? null : names.of(notice.endedBy()),
        notice.ending());
  }

  private Answer approve(ApiRequest request) {
    Fields fields = request.fields();
    Instant now = clock.instant();
    NoticeId noticeId = new NoticeId(fields.uuid("noticeId"));
    Audience audience = fields.code("audience", Audience.class);
    Instant until = fields.instant("until", now, now.plus(AHEAD_MAX));
    fields.nothingElse();
    if (!until.equals(until.truncatedTo(ChronoUnit.HOURS))) {
      throw Problem.field("INVALID_VALUE", "until", "a full hour, for it is said").refused();
    }
    return answer(notices.approveNotice().run(noticeId, audience, until, request.agent()));
  }

  private Answer end(ApiRequest request) {
    request.fields().nothingElse();
    return answer(notices.endNotice().run(new NoticeId(request.uuid("noticeId")), request.agent()));
  }

  private Answer answer(NoticeResult result) {
    return switch (result) {
      case NoticeResult.Said(Notice notice) -> Answer.ok(view(notice));
      case NoticeResult.Ended(Notice notice) -> Answer.ok(view(notice));
      case NoticeResult.NotTrue _ ->
          Answer.problem(409, "PLACE_FREE", "the board has a place for these people");
      case NoticeResult.BoardDown _ ->
          Answer.problem(503, "BOARD_DOWN", "what is free is not known now");
      case NoticeResult.AlreadySaid _ ->
          Answer.problem(409, "ALREADY_SAID", "callers are told of these people already");
      case NoticeResult.TooMany(int most) ->
          Answer.problem(409, "TOO_MANY_NOTICES", "callers are told " + most + " at most");
      case NoticeResult.OtherNotice _ ->
          Answer.problem(409, "OTHER_NOTICE", "this id is another notice's");
      case NoticeResult.NoSuchNotice _ ->
          Answer.problem(404, "NOT_FOUND", "there is no such notice");
      case NoticeResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: ask again, same id");
    };
  }
}
