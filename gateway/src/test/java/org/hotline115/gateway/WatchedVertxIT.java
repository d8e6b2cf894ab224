package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hotline115.gateway.TestGateway.await;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The watch itself: what it reports, and what it lets pass. */
class WatchedVertxIT {

  @Test
  void aLoopThatOurCodeMakesWaitFailsTheTest() {
    WatchedVertx watched = new WatchedVertx();
    watched.vertx().runOnContext(_ -> waitHere(watched));

    await("it is noticed", () -> !watched.heldUp().isEmpty());

    assertThat(watched.heldUp().getFirst()).contains("waits", "WatchedVertxIT.waitHere");
    assertThatThrownBy(watched::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("waitHere");
  }

  /** As long as it takes, on a machine of any speed, for the watch to have seen it. */
  private static void waitHere(WatchedVertx watched) {
    while (watched.heldUp().isEmpty()) {
      LockSupport.parkNanos(500_000_000);
    }
  }

  @Test
  void aLoopThatNobodyHoldsUpFailsNothing() {
    WatchedVertx watched = new WatchedVertx();
    watched.vertx().timer(300).await();

    watched.close();

    assertThat(watched.heldUp()).isEmpty();
  }
}
