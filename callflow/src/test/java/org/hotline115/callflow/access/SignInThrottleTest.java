package org.hotline115.callflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private final TickingClock clock = new TickingClock();
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void theFifthFailureMakesTheNextTryWait() {
    fail(4, "claire", "10.0.0.1");
    assertThat(throttle.waitFor("claire", "10.0.0.1")).isZero();

    fail(1, "claire", "10.0.0.1");

    assertThat(throttle.waitFor("claire", "10.0.0.1")).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void eachFurtherFailureDoublesTheWaitUpToABound() {
    fail(6, "claire", "10.0.0.1");
    assertThat(throttle.waitFor("claire", "10.0.0.1")).isEqualTo(Duration.ofSeconds(10));

    fail(30, "claire", "10.0.0.1");

    assertThat(throttle.waitFor("claire", "10.0.0.1")).isEqualTo(Duration.ofSeconds(640));
  }

  @Test
  void theAgentHerselfIsNotLockedOutFromHerOwnDesk() {
    fail(20, "claire", "203.0.113.9");

    assertThat(throttle.waitFor("claire", "10.0.0.1")).isZero();
  }

  @Test
  void oneAddressCannotTryEveryAccount() {
    for (int i = 0; i < 40; i++) {
      fail(1, "agent-" + i, "203.0.113.9");
    }

    assertThat(throttle.waitFor("claire", "203.0.113.9")).isPositive();
  }

  @Test
  void manyAddressesCannotTryOneAccountForever() {
    for (int i = 0; i < 60; i++) {
      fail(1, "claire", "203.0.113." + i);
    }

    assertThat(throttle.waitFor("claire", "198.51.100.1")).isPositive();
  }

  @Test
  void afterHalfAnHourOfQuietAllIsForgotten() {
    fail(9, "claire", "10.0.0.1");

    clock.tick(Duration.ofMinutes(31));
    fail(1, "claire", "10.0.0.1");

    assertThat(throttle.waitFor("claire", "10.0.0.1")).isZero();
  }

  @Test
  void theMapIsBounded() {
    for (int i = 0; i < SignInThrottle.ENTRIES_MAX; i++) {
      fail(1, "a" + i, "address " + i);
    }

    assertThat(throttle.size()).isEqualTo(SignInThrottle.ENTRIES_MAX);
  }

  private void fail(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      throttle.failed(account, address);
    }
  }
}
