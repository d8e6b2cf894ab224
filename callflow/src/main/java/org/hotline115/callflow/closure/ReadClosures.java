package org.hotline115.callflow.closure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What is closed, will be, or was until a week ago. */
public final class ReadClosures {

  private static final Duration REMEMBERED = Duration.ofDays(7);

  private final JdbcClosures closures;
  private final InstantSource clock;

  ReadClosures(JdbcClosures closures, InstantSource clock) {
    this.closures = closures;
    this.clock = clock;
  }

  public List<PlaceClosure> list() {
    return closures.list(clock.instant().minus(REMEMBERED));
  }

  public Optional<PlaceClosure> find(ClosureId closureId) {
    return closures.find(closureId);
  }
}
