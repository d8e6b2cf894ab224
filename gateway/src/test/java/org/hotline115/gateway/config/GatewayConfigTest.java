package org.hotline115.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline115.callflow.callback.Presentation;
import org.hotline115.callflow.line.Holidays;
import org.hotline115.callflow.line.LineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayConfigTest {

  private static final Statistics STATISTICS =
      new Statistics(Duration.ofSeconds(120), 80, Duration.ofMinutes(10), Duration.ofMinutes(30));

  private static final Path SHIPPED = Path.of("../config/hotline.yaml");

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "HOTLINE_CONFIG_FOLDER", "/srv/hotline/config",
          "HOTLINE_PUBLIC_URL", "https://115.example.fr",
          "HOTLINE_RECORDS_URL", "jdbc:postgresql://db/hotline115",
          "HOTLINE_RECORDS_PASSWORD", "records-password-1",
          "HOTLINE_BOARD_URL", "redis://redis:6379/0",
          "HOTLINE_BOARD_PASSWORD", "board-password-1",
          "HOTLINE_AMI_SECRET", "ami-secret-of-ours",
          "HOTLINE_ASTERISK_LOG", "/var/log/asterisk",
          "HOTLINE_PROMPTS", "/srv/hotline/prompts",
          "HOTLINE_VOICEMAIL", "/var/spool/asterisk/voicemail");

  private static final Shelters SHELTERS =
      new Shelters(
          "17:00",
          Duration.ofMinutes(90),
          "23:00",
          Duration.ofHours(2),
          Duration.ofMinutes(30),
          Duration.ofHours(12));

  private static final Reminders REMINDERS =
      new Reminders(
          Duration.ofHours(48), Duration.ofHours(3), "08:00", "20:30", Duration.ofHours(2));

  @TempDir private Path folder;

  private static Map<String, String> environment() {
    Map<String, String> all = new HashMap<>(ENVIRONMENT);
    all.put("HOTLINE_INDEX_KEY", "index-key-of-this-service-and-no-other");
    all.put("HOTLINE_CIPHER_KEY", "cipher-key-of-this-service-and-no-other");
    return all;
  }

  private GatewayConfig read(String yaml) throws IOException {
    Path file = folder.resolve("hotline.yaml");
    Files.writeString(file, yaml);
    return GatewayConfig.read(file, environment()::get);
  }

  private static String shipped() throws IOException {
    return Files.readString(SHIPPED);
  }

  private List<String> problemsOf(String yaml) {
    return catchThrowableOfType(ConfigRefused.class, () -> read(yaml)).problems();
  }

  @Test
  void theShippedFileIsReadWhole() {
    GatewayConfig config = GatewayConfig.read(SHIPPED, environment()::get);

    assertThat(config.deployment())
        .isEqualTo(
            new GatewayConfig.Deployment(
                "34", ZoneId.of("Europe/Paris"), "FR", false, Path.of("/srv/hotline/config")));
    assertThat(config.web())
        .isEqualTo(new GatewayConfig.Web("127.0.0.1", 8115, URI.create("https://115.example.fr")));
    assertThat(config.web().isSecure()).isTrue();
    assertThat(config.records().url()).isEqualTo("jdbc:postgresql://db/hotline115");
    assertThat(config.records().password().reveal()).isEqualTo("records-password-1");
    assertThat(config.board().holdTime()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.placements()).isEqualTo(new Placements(Duration.ofMinutes(30)));
    assertThat(config.shelters()).isEqualTo(SHELTERS);
    assertThat(config.reminders()).isEqualTo(REMINDERS);
    assertThat(config.statistics()).isEqualTo(STATISTICS);
    assertThat(config.telephone().lines())
        .containsExactly(
            line("public", LineKind.PUBLIC_115, "Appels du 115", 10, 40, "115", "0465710115"),
            new LineSetting(
                "professional",
                LineKind.PROFESSIONAL,
                "Professionnels",
                List.of(),
                List.of("0465710116"),
                "professional",
                10,
                List.of("mon-fri 08:00-20:00", "sat,sun 09:00-18:00", "holidays 09:00-18:00"),
                Holidays.FRANCE,
                true,
                20,
                List.of(),
                3,
                Duration.ofSeconds(30),
                List.of()),
            line("partners", LineKind.PARTNER_SITES, "Structures", 10, 20, "0465710117"),
            line("rescue", LineKind.RESCUE_SERVICES, "Secours", 20, 0, "0465710118"),
            line("outreach", LineKind.OUTREACH, "Équipes mobiles", 10, 0, "0465710119"));
    assertThat(config.sms().provider()).isEqualTo(GatewayConfig.Sms.Provider.JOURNAL);
  }

  private static LineSetting line(
      String code, LineKind kind, String name, int weight, int waitingMax, String... numbers) {
    return new LineSetting(
        code,
        kind,
        name,
        List.of(),
        List.of(numbers),
        code,
        weight,
        List.of(),
        Holidays.FRANCE,
        false,
        waitingMax,
        List.of(),
        0,
        Duration.ofSeconds(30),
        code.equals("public") ? List.of("115", "SOURD", "AIDE SOURD") : List.of());
  }

  @Test
  void theDialplanHasTheShippedLinesSoThatItRoutesThemAlone() throws IOException {
    String table =
        Files.readAllLines(Path.of("../config/asterisk/render.sh")).stream()
            .filter(row -> row.startsWith("lines=${HOTLINE_LINES:-"))
            .map(row -> row.substring("lines=${HOTLINE_LINES:-".length(), row.length() - 1))
            .collect(Collectors.joining());

    assertThat(table)
        .isEqualTo(
            GatewayConfig.read(SHIPPED, environment()::get).telephone().lines().stream()
                .map(LineSetting::dialplan)
                .collect(Collectors.joining(" ")));
  }

  @Test
  void hoursThatAreNoHoursAndAPublicLineThatClosesAreRefusedWithTheirPath() throws IOException {
    assertThat(problemsOf(shipped().replace("mon-fri 08:00-20:00", "mon-fri 8h-20h")))
        .singleElement()
        .asString()
        .contains("telephone.lines[1]", "mon-fri 8h-20h");
    assertThat(problemsOf(shipped().replace("name: Appels du 115", "hours: [mon-fri 08:00-18:00]")))
        .singleElement()
        .asString()
        .contains("telephone.lines[0]", "open day and night");
  }

  @Test
  void whatIsNotNamedHasItsDefault() throws IOException {
    GatewayConfig config =
        read(
            """
            web: {publicUrl: "http://127.0.0.1:8115"}
            records: {url: "jdbc:postgresql://h/d", user: u, password: records-password-1}
            board: {url: "redis://h:1/0", password: board-password-1}
            telephone:
              ami: {secret: ami-secret-of-ours}
              recordsFolder: /log
              promptsFolder: /prompts
              lines: [{code: public, numbers: ["115"], queue: public}]
            keys: {index: index-key-of-this-service-and-no-other, cipher: cipher-key-of-this-service-and-no-other}
            """);

    assertThat(config.deployment())
        .isEqualTo(
            new GatewayConfig.Deployment(
                "34", ZoneId.of("Europe/Paris"), "FR", false, Path.of("config")));
    assertThat(config.records().connections()).isEqualTo(16);
    assertThat(config.board().holdTime()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.placements()).isEqualTo(new Placements(Duration.ofMinutes(30)));
    assertThat(config.shelters()).isEqualTo(SHELTERS);
    assertThat(config.reminders()).isEqualTo(REMINDERS);
    assertThat(config.statistics()).isEqualTo(STATISTICS);
    assertThat(config.telephone().fastAgi())
        .isEqualTo(new GatewayConfig.FastAgi("127.0.0.1", 14573, 500));
    assertThat(config.telephone().ami().port()).isEqualTo(15038);
    assertThat(config.telephone().shortAbandon()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.telephone().callback())
        .isEqualTo(
            new CallbackSetting(
                "0465710000",
                Presentation.NUMBER,
                3,
                Duration.ofMinutes(5),
                Duration.ofSeconds(40),
                Duration.ofHours(2),
                Duration.ofHours(12)));
    assertThat(config.telephone().redialGrace()).isEqualTo(Duration.ofMinutes(10));
    assertThat(config.telephone().stations()).isEmpty();
    assertThat(config.sms().twilio().accountSid()).isEmpty();
  }

  @Test
  void allProblemsAreToldTogetherEachWithItsPath() throws IOException {
    List<String> problems =
        problemsOf(
            shipped()
                .replace("port: 8115", "port: abc")
                .replace("holdTime: 10m", "holdTime: soon")
                .replace("zone: Europe/Paris", "zone: UTC")
                .replace("enabled: true", "enabled: on")
                .replace("connections: 16", "connectons: 16")
                .replace("numbers: [\"115\", ", "numbers: [115, "));

    assertThat(problems)
        .anyMatch(problem -> problem.startsWith("web.port: must be a whole number"))
        .anyMatch(problem -> problem.startsWith("board.holdTime: must be a time"))
        .anyMatch(problem -> problem.startsWith("deployment.zone: must be a place's zone"))
        .anyMatch(problem -> problem.startsWith("telephone.enabled: must be true or false"))
        .anyMatch(problem -> problem.startsWith("records.connectons: is not a setting"))
        .anyMatch(problem -> problem.startsWith("telephone.lines[0].numbers[0]: must be text"))
        .hasSize(6);
  }

  @Test
  void aVariableThatIsNotSetIsNamed() {
    ConfigRefused refused =
        catchThrowableOfType(
            ConfigRefused.class, () -> GatewayConfig.read(SHIPPED, ENVIRONMENT::get));

    assertThat(refused.problems())
        .containsExactlyInAnyOrder(
            "keys.index: needs the environment variable HOTLINE_INDEX_KEY, which is not set",
            "keys.cipher: needs the environment variable HOTLINE_CIPHER_KEY, which is not set");
  }

  @Test
  void portsOutOfRangeAndOctalsAreRefused() throws IOException {
    assertThat(problemsOf(shipped().replace("port: 8115", "port: 65536")))
        .containsExactly("web: port must be from 1 to 65535");
    assertThat(problemsOf(shipped().replace("port: 8115", "port: 0")))
        .containsExactly("web: port must be from 1 to 65535");
    assertThat(problemsOf(shipped().replace("port: 8115", "port: \"08115\"")))
        .containsExactly("web.port: must be a whole number");
  }

  @Test
  void aPublicAddressThatWouldBreakSignaturesIsRefused() throws IOException {
    assertThat(problemsOf(shipped().replace("${HOTLINE_PUBLIC_URL}", "https://a.example/")))
        .singleElement()
        .asString()
        .startsWith("web: publicUrl must not end with a slash");
    assertThat(problemsOf(shipped().replace("${HOTLINE_PUBLIC_URL}", "http://a.example")))
        .singleElement()
        .asString()
        .startsWith("web: publicUrl must begin with https://");
  }

  @Test
  void secretsFromAnExampleAndSecretsThatAllMayReadAreRefused() throws IOException {
    Path open = Files.writeString(folder.resolve("open"), "a-secret-of-our-own-1");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
    Path shut = Files.writeString(folder.resolve("shut"), "a-secret-of-our-own-2\n");
    Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rw-------"));

    assertThat(problemsOf(shipped().replace("${HOTLINE_AMI_SECRET}", "changeme")))
        .containsExactly(
            "telephone.ami.secret: must be a secret of its own, 12 characters or more");
    assertThat(problemsOf(shipped().replace("${HOTLINE_AMI_SECRET}", "file:" + open)))
        .containsExactly("telephone.ami.secret: names a file that everybody may read: chmod 600");
    assertThat(
            read(shipped().replace("${HOTLINE_AMI_SECRET}", "file:" + shut))
                .telephone()
                .ami()
                .secret()
                .reveal())
        .isEqualTo("a-secret-of-our-own-2");
  }

  @Test
  void aFileThatIsNoYamlOrNotThereIsOneProblem() {
    assertThat(problemsOf("a: [1")).singleElement().asString().startsWith("the file: is not YAML");
    assertThat(problemsOf("web: {port: 1}\nweb: {port: 2}"))
        .singleElement()
        .asString()
        .startsWith("the file: is not YAML: found duplicate key");
    ConfigRefused missing =
        catchThrowableOfType(
            ConfigRefused.class,
            () -> GatewayConfig.read(folder.resolve("none.yaml"), environment()::get));
    assertThat(missing.problems())
        .containsExactly("the file: cannot be read (NoSuchFileException)");
  }

  @ParameterizedTest
  @CsvSource({
    "+33612345678, mobile",
    "0712345678, mobile",
    "+33 6 12 34 56 78, mobile",
    "+33162001122, cold calling",
    "+33948001122, cold calling",
    "+33947501122, cold calling",
    "115, a number",
    "SIAO HERAULT 34, a number",
    "SIAO-34, a number",
    "SIAO É, a number",
  })
  void whoMayNotSendAutomatedTextsIsRefused(String from, String why) throws IOException {
    assertThat(
            problemsOf(shipped().replace("provider: journal", "twilio: {from: \"" + from + "\"}")))
        .singleElement()
        .asString()
        .startsWith("sms.twilio: from ")
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource({"+33937000000, true", "SIAO 34, false", "38115, true", "+33947401122, true"})
  void aNameCanOnlyBeRead(String from, boolean isHeard) throws IOException {
    GatewayConfig config =
        read(
            shipped()
                .replace(
                    "provider: journal",
                    "provider: twilio\n  twilio: {accountSid: AC0123456789abcdef0123456789abcdef,"
                        + " authToken: 0123456789abcdef0123456789abcdef, from: \"%s\"}"
                            .formatted(from)));

    assertThat(config.sms().isHeard()).isEqualTo(isHeard);
  }

  @Test
  void twilioNeedsItsCredentialsAndNoMobileSender() throws IOException {
    assertThat(problemsOf(shipped().replace("provider: journal", "provider: twilio")))
        .singleElement()
        .asString()
        .startsWith("sms: twilio needs");
    assertThat(
            problemsOf(shipped().replace("provider: journal", "twilio: {from: \"+33612345678\"}")))
        .singleElement()
        .asString()
        .startsWith("sms.twilio: from is a mobile number");
  }

  @Test
  void noSecretIsPrinted() {
    GatewayConfig config = GatewayConfig.read(SHIPPED, environment()::get);

    assertThat(config.toString())
        .doesNotContain(
            "records-password-1", "ami-secret-of-ours", "index-key-of-this-service-and-no-other");
  }
}
