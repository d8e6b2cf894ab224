package org.hotline115.gateway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hotline115.gateway.config.GatewayConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What docker-compose.yml promises: nothing inner is published, nobody is root, health is proven.
 */
class ComposeIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void onlySipItsAudioAndTheWebLeaveTheHost() throws IOException {
    assertThat(service("redis")).doesNotContainKey("ports");
    assertThat(service("postgres")).doesNotContainKey("ports");
    assertThat(service("asterisk").get("ports").toString()).doesNotContain("5038");
    assertThat(service("gateway").get("ports")).isEqualTo(List.of("127.0.0.1:8115:8115"));
  }

  @Test
  void eachServiceIsUnprivilegedAndProvesItsHealth() throws IOException {
    for (String name : List.of("asterisk", "redis", "postgres", "gateway")) {
      Map<String, Object> service = service(name);
      assertThat(service.get("user")).as(name).isNotNull().isNotEqualTo("root");
      assertThat(service.get("image").toString()).as(name).containsPattern(":[0-9]");
      assertThat(service.get("healthcheck").toString()).as(name).contains("test=");
      assertThat(service.get("mem_limit")).as(name).isNotNull();
      assertThat(service.toString()).as(name).doesNotContainPattern("(?i)password=[a-z0-9]");
    }
  }

  @Test
  void dockerfilesNameNoVersion() throws IOException {
    for (String name : List.of("asterisk", "gateway")) {
      assertThat(Files.readString(ROOT.resolve("docker/" + name + "/Dockerfile")))
          .doesNotContainPattern("(?m)^FROM (?!\\$\\{)");
    }
  }

  @Test
  void theGatewayAcceptsItsSettings(@TempDir Path folder) throws IOException {
    for (String name : List.of("ami", "database", "redis", "key-index", "key-cipher")) {
      KeptFiles.write(folder.resolve(name), name + "-secret-of-a-test-0123456789abcdef");
    }
    String text = Files.readString(ROOT.resolve("docker/gateway/hotline.yaml"));
    Path file = folder.resolve("hotline.yaml");
    Files.writeString(file, text.replace("/run/secrets", folder.toString()));
    Map<String, String> environment =
        Map.of(
            "HOTLINE_PUBLIC_URL", "https://115.example.fr",
            "HOTLINE_WEBSOCKET_URL", "wss://115.example.fr/sip",
            "HOTLINE_SIP_HOST", "192.0.2.1");

    GatewayConfig config = GatewayConfig.read(file, environment::get);

    assertThat(config.deployment().demo()).isFalse();
    assertThat(config.telephone().ami().host()).isEqualTo("asterisk");
  }

  @Test
  void composeAcceptsIt() throws InterruptedException {
    assumeTrue(
        Command.of("docker", "compose", "version").run().ok(), "docker compose is not installed");

    Command.Answer answer =
        Command.of(
                "docker",
                "compose",
                "-f",
                ROOT.resolve("docker-compose.yml").toString(),
                "config",
                "-q")
            .run();

    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> service(String name) throws IOException {
    // "<<" is a key of YAML 1.1 only; here it stays a key of its own.
    LoadSettings settings = LoadSettings.builder().setMaxAliasesForCollections(10).build();
    Map<String, Map<String, Map<String, Object>>> tree =
        (Map<String, Map<String, Map<String, Object>>>)
            new Load(settings).loadFromString(Files.readString(ROOT.resolve("docker-compose.yml")));
    return tree.get("services").get(name);
  }
}
