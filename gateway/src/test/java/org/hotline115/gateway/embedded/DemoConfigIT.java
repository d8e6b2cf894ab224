package org.hotline115.gateway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.hotline115.gateway.config.GatewayConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo writes for others. */
class DemoConfigIT {

  @TempDir Path root;

  @Test
  void theGatewayAcceptsTheDemosSettings() {
    Home home = new Home(root);
    Secrets secrets = new Secrets(home.data("secrets"));
    Ports ports = new Ports(home.data("ports.properties"));
    AsteriskPart asterisk = new AsteriskPart(home, secrets, ports, said -> {});
    Path file = home.data("hotline.yaml");

    KeptFiles.write(
        file,
        DemoConfig.yaml(
            home,
            secrets,
            new DemoAccounts(secrets),
            new PostgresPart(home, secrets, ports, said -> {}),
            new RedisPart(home, secrets, ports, said -> {}),
            new DemoConfig.Telephone(8115, asterisk)));
    GatewayConfig config = GatewayConfig.read(file, name -> null);

    assertThat(config.deployment().demo()).isTrue();
    assertThat(config.telephone().stations()).hasSize(6);
    assertThat(config.telephone().lines())
        .isEqualTo(
            GatewayConfig.read(Path.of("../config/hotline.yaml"), DemoConfigIT::variable)
                .telephone()
                .lines());
    assertThat(config.telephone().ami().secret()).isEqualTo(secrets.forProgram("ami"));
  }

  private static String variable(String name) {
    return switch (name) {
      case "HOTLINE_PUBLIC_URL" -> "https://115.example.fr";
      case "HOTLINE_RECORDS_URL" -> "jdbc:postgresql://db/hotline115";
      case "HOTLINE_BOARD_URL" -> "redis://redis:6379/0";
      default -> "any-value-with-thirty-two-characters-of-" + name;
    };
  }

  @Test
  void aPersonFindsAddressAndPasswordsInDemoJson() throws Exception {
    Secrets secrets = new Secrets(root);

    JsonNode json = new ObjectMapper().readTree(new DemoAccounts(secrets).json(8115, 15060, 18088));

    assertThat(json.at("/baseUrl").asText()).isEqualTo("http://127.0.0.1:8115");
    assertThat(json.at("/numbers/public/0").asText()).isEqualTo("115");
    assertThat(json.at("/accounts/0/name").asText()).isEqualTo("claire");
    assertThat(json.at("/accounts/0/role").asText()).isEqualTo("LISTENER");
    assertThat(json.at("/accounts/0/password").asText()).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
    assertThat(json.at("/accounts/0/web/user").asText()).isEqualTo("claire-web");
  }
}
