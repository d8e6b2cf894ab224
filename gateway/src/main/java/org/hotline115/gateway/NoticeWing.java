package org.hotline115.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.notice.NoticeFeature;
import org.hotline115.gateway.web.NoticeRoutes;
import org.hotline115.gateway.web.Routes;

/** What waiting callers are told about the board, before supervisors, and how it ends by itself. */
public record NoticeWing(NoticeFeature notices, DisplayNames names, InstantSource clock)
    implements Wing {

  private static final Duration LOOKED_EVERY = Duration.ofSeconds(2);

  @Override
  public List<Routes> routes() {
    return List.of(new NoticeRoutes(notices, names, clock));
  }

  @Override
  public void start(Jobs jobs) {
    jobs.every(LOOKED_EVERY, "notices", notices.endNotice());
  }
}
