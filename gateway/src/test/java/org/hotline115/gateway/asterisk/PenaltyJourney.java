package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why languages are no penalties: a caller whom {@code QUEUE_MAX_PENALTY} keeps from the only free
 * agent keeps everybody behind him from that agent too. No gateway is needed to see it.
 */
class PenaltyJourney {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int KARIM_PORT = TestAsterisk.freeUdpPort();

  @TempDir Path folder;

  @Test
  void aPenaltyAtTheHeadOfTheQueueBlocksWhoStandsBehindIt() {
    try (TestAsterisk asterisk =
            TestAsterisk.render(
                    folder, TestAsterisk.freePort(), List.of(Station.at("karim", KARIM_PORT)))
                .start();
        Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(60))) {
      asterisk.cli(
          "dialplan", "add", "extension", "0199000099,1,Set,QUEUE_MAX_PENALTY=1", "into", "lines");
      asterisk.cli("dialplan", "add", "extension", "0199000099,2,Answer,", "into", "lines");
      asterisk.cli("dialplan", "add", "extension", "0199000099,3,Queue,public", "into", "lines");
      asterisk.cli(
          "queue", "add", "member", "PJSIP/karim", "to", "public", "penalty", "5", "as", "karim");
      Caller caller = Caller.staying(Duration.ofSeconds(60));
      try (Sipp _ = Sipp.call(asterisk, caller.dialling("0199000099"))) {
        await("the head waits", SOON, () -> waits(asterisk, 1));
        try (Sipp _ = Sipp.call(asterisk, caller)) {
          await("one stands behind him", SOON, () -> waits(asterisk, 2));
          long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
          await("several tries", SOON, () -> System.nanoTime() > until);
          assertThat(waits(asterisk, 2)).as("karim is free, and nobody has him").isTrue();
        }
      }
      asterisk.cli("channel", "request", "hangup", "all");
    }
  }

  private static boolean waits(TestAsterisk asterisk, int callers) {
    return asterisk.cli("queue", "show", "public").contains("public has " + callers + " calls");
  }
}
