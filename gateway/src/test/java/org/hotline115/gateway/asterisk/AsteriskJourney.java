package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exchange alone, without a gateway. */
class AsteriskJourney {

  @TempDir Path folder;

  @Test
  void itBootsWithoutAWarningAndKnowsItsAgents() {
    try (TestAsterisk asterisk =
        TestAsterisk.render(
            folder, TestAsterisk.freePort(), List.of(TestAsterisk.Station.registering("claire")))) {
      asterisk.start();

      assertThat(asterisk.messages()).doesNotContain("WARNING", "ERROR");
      assertThat(asterisk.cli("pjsip", "show", "endpoints"))
          .contains("claire", "claire-web", "caller-web", "anonymous");
      assertThat(asterisk.cli("queue", "show")).contains("public has 0 calls");
    }
  }

  @Test
  void afterAKillItComesBack() {
    try (TestAsterisk asterisk = TestAsterisk.render(folder, TestAsterisk.freePort(), List.of())) {
      asterisk.start();
      asterisk.kill();

      asterisk.start();

      assertThat(asterisk.cli("core", "show", "uptime")).contains("System uptime");
    }
  }
}
