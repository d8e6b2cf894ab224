package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Professionals reach their own queue, which takes at most one answer of three while the public
 * waits. There is no gateway here at all: Asterisk counts by itself.
 */
class ShareJourney {

  private static final int EACH = 5;
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int KARIM_PORT = TestAsterisk.freeUdpPort();
  private static final Caller STAYING = Caller.staying(Duration.ofSeconds(200));

  @TempDir static Path folder;

  private static TestAsterisk asterisk;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT), Station.at("karim", KARIM_PORT)),
                TestAsterisk.freeUdpPort(),
                Map.of(
                    "HOTLINE_LINES",
                    "115=public:public:10 0465710116=professional:professional:10:0:3"))
            .start();
  }

  @AfterAll
  static void stop() {
    asterisk.close();
  }

  private static void comes(String agent) {
    for (String queue : List.of("professional", "public")) {
      asterisk.cli(
          "queue", "add", "member", "PJSIP/" + agent, "to", queue, "penalty", "0", "as", agent);
    }
  }

  private static long waiting(String queue) {
    return asterisk.cli("queue", "show", queue).lines().filter(l -> l.contains("(wait:")).count();
  }

  /** Whose callers were answered, one after the other, by Asterisk's own log. */
  private static List<String> answered() {
    try {
      return Files.readString(asterisk.queueLog())
          .lines()
          .map(line -> line.split("\\|", -1))
          .filter(fields -> fields.length > 4 && fields[4].equals("CONNECT"))
          .map(fields -> fields[2])
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void professionalsTakeAtMostOneAnswerOfThreeWhileThePublicWaits() {
    try (Sipp _ = Sipp.call(asterisk, STAYING.dialling("0465710116"), EACH, 5);
        Sipp _ = Sipp.call(asterisk, STAYING, EACH, 5);
        Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(1));
        Sipp _ = Sipp.agent(asterisk, KARIM_PORT, Duration.ofSeconds(1))) {
      await("all wait", SOON, () -> waiting("public") == EACH && waiting("professional") == EACH);
      comes("claire");
      comes("karim");
      await("all are answered", Duration.ofSeconds(150), () -> answered().size() == 2 * EACH);
    }

    List<String> all = answered();
    List<String> whileThePublicWaits = all.subList(0, all.lastIndexOf("public"));
    assertThat(whileThePublicWaits).as("%s", all).contains("professional");
    for (int from = 0; from + 3 <= whileThePublicWaits.size(); from++) {
      assertThat(whileThePublicWaits.subList(from, from + 3))
          .as("%s", all)
          .filteredOn("professional"::equals)
          .hasSizeLessThanOrEqualTo(1);
    }
    assertThat(all).filteredOn("professional"::equals).as("nobody is lost").hasSize(EACH);
  }
}
