package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

  @Test
  void theGatewaysHandIsTooShortForCommandsAndFiles() throws Exception {
    try (TestAsterisk asterisk =
        TestAsterisk.render(folder, TestAsterisk.freePort(), List.of()).start()) {
      String said =
          manager(
              asterisk,
              "Action: Command\r\nCommand: core show uptime",
              "Action: GetConfig\r\nFilename: manager.conf",
              "Action: Originate\r\nChannel: Local/x@y\r\nApplication: System\r\nData: id",
              "Action: QueueAdd\r\nQueue: public\r\nInterface: PJSIP/claire");

      assertThat(said.split("Message: Permission denied", -1)).hasSize(3);
      assertThat(said).contains("Originate Access Forbidden", "Added interface to queue");
    }
  }

  private static String manager(TestAsterisk asterisk, String... actions) throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asterisk.amiPort())) {
      socket.setSoTimeout(10_000);
      String login =
          "Action: Login\r\nUsername: gateway\r\nEvents: off\r\nSecret: " + asterisk.amiSecret();
      String asked =
          login + "\r\n\r\n" + String.join("\r\n\r\n", actions) + "\r\n\r\nAction: Logoff\r\n\r\n";
      socket.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
