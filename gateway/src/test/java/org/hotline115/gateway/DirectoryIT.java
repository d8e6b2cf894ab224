package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Coordinators change sites and groups over HTTP, and bring files. */
class DirectoryIT {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser nadia;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    nadia = gateway.browser().signIn("nadia");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String version(String group) {
    return nadia
        .get("/api/directory")
        .body()
        .replaceAll(
            "(?s).*\\{\"version\":(\\d+)(?=[^{}]*\"placeGroup\":\"" + group + "\").*", "$1");
  }

  @Test
  void aRenamedGroupIsRenamedOnEveryDeskWithoutAReload() {
    TestBrowser.Socket desk = gateway.browser().signIn("claire").live();
    desk.next("\"type\":\"board\"");
    String version = version("bellevue-chambres");

    TestBrowser.Answer changed =
        nadia.patch(
            "/api/directory/groups/bellevue-chambres",
            "{\"version\":" + version + ",\"name\":\"Chambres du haut\",\"installed\":24}");

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    desk.next("\"type\":\"board\"", "Chambres du haut");
    TestBrowser.Answer late =
        nadia.patch(
            "/api/directory/groups/bellevue-chambres",
            "{\"version\":" + version + ",\"name\":\"Autre\"}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.body()).contains("CONFLICT", "\"current\":{", "Chambres du haut");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"installed\":\"21\"|WRONG_TYPE|installed",
        "\"installed\":3.5|NOT_A_NUMBER|installed",
        "\"installed\":-1|OUT_OF_RANGE|installed",
        "\"nightOnly\":\"yes\"|WRONG_TYPE|nightOnly",
        "\"arrivalUntil\":\"25:61\"|NOT_A_TIME|arrivalUntil",
        "\"openFrom\":\"2026-02-30\"|NOT_A_DATE|openFrom",
        "\"openFrom\":\"2026-12-01\",\"openTo\":\"2026-11-01\"|ENDS_BEFORE_IT_BEGINS|openTo",
        "\"householdTypes\":[\"DRAGON\"]|INVALID_VALUE|householdTypes",
        "\"placeGroup\":\"other\"|UNKNOWN_FIELD|placeGroup",
        "\"siteName\":\"x\"|UNKNOWN_FIELD|siteName",
        "\"colour\":\"red\"|UNKNOWN_FIELD|colour",
        "\"name\":\"\"|MISSING_FIELD|name",
      })
  void whatCannotBeMeantIsRefusedByTheNameOfItsField(String change, String code, String field) {
    TestBrowser.Answer answer =
        nadia.patch(
            "/api/directory/groups/lilas-femmes",
            "{\"version\":" + version("lilas-femmes") + "," + change + "}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).as(answer.body()).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
  }

  @Test
  void onlyCoordinatorsAndAboveSeeTheDirectoryWithItsAddresses() {
    assertThat(gateway.browser().signIn("claire").get("/api/directory").status()).isEqualTo(403);
    assertThat(gateway.browser().signIn("lilas").get("/api/imports").status()).isEqualTo(403);
    assertThat(gateway.browser().signIn("sophie").get("/api/directory").status()).isEqualTo(200);
    assertThat(gateway.browser().get("/api/directory/export").status()).isEqualTo(401);
  }

  @Test
  void thePublicDirectoryComesAsADataPackageWithoutSecretAddresses() throws Exception {
    HttpResponse<byte[]> got =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            "http://127.0.0.1:%d/api/directory/export?format=HSDS_PACKAGE"
                                .formatted(gateway.port)))
                    .header("Cookie", nadia.cookie)
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(got.body()))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    JsonNode descriptor = new ObjectMapper().readTree(files.get("datapackage.json"));
    assertThat(got.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(descriptor.path("resources")).isNotEmpty();
    for (JsonNode resource : descriptor.path("resources")) {
      String csv = files.get(resource.path("path").asText());
      String header = csv.lines().findFirst().orElseThrow();
      assertThat(header.split(","))
          .containsExactlyElementsOf(
              resource.path("schema").path("fields").findValuesAsText("name"));
      assertThat(csv.lines().count()).isGreaterThan(1);
      for (JsonNode key : resource.path("schema").path("foreignKeys")) {
        assertThat(files).containsKey(key.path("reference").path("resource").asText() + ".csv");
      }
    }
    assertThat(files.get("location.csv")).contains("CHU Les Lilas").doesNotContain("Étoile");
    assertThat(String.join("", files.values()))
        .doesNotContain("impasse des Cerises", "04 65 71 00 14");
  }

  @Test
  void aStrangerIsRefusedBeforeAByteOfTheFileIsRead() throws IOException {
    assertThat(headOnly(nadia, 4_000_000)).startsWith("HTTP/1.1 413");
    assertThat(headOnly(gateway.browser(), 2_000_000)).startsWith("HTTP/1.1 401");
    assertThat(headOnly(gateway.browser().signIn("lilas"), 2_000_000)).startsWith("HTTP/1.1 403");
  }

  /** Says that a file comes, sends none of it, and waits for the answer. */
  private static String headOnly(TestBrowser who, int length) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              ("POST /api/imports HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\n"
                      + "Cookie: %s\r\nX-CSRF-Token: %s\r\nContent-Length: %d\r\n\r\n")
                  .formatted(gateway.port, who.cookie, who.csrf, length)
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[12];
      int read = socket.getInputStream().readNBytes(answer, 0, answer.length);
      return new String(answer, 0, read, StandardCharsets.US_ASCII);
    }
  }

  private static TestBrowser.Answer bring(UUID id, byte[] content) {
    return nadia.post(
        "/api/imports",
        "{\"importId\":\"%s\",\"fileName\":\"a.csv\",\"content\":\"%s\"}"
            .formatted(id, Base64.getEncoder().encodeToString(content)));
  }

  @Test
  void whatIsExportedComesBackWithoutAChangeInBothFormats() {
    for (String format : new String[] {"CSV", "JSON"}) {
      String file = nadia.get("/api/directory/export?format=" + format).body();
      assertThat(file).contains("lilas-famille");

      TestBrowser.Answer report = bring(UUID.randomUUID(), file.getBytes(StandardCharsets.UTF_8));

      assertThat(report.body())
          .as(format)
          .contains("\"added\":0,\"changed\":0,\"removed\":0,", "\"refused\":0}");
    }
  }

  @Test
  void aBadLineStopsAllUntilTheGoodOnesAreChosen() {
    UUID id = UUID.randomUUID();
    String file =
        "place_group,site,site_name,organisation,commune,insee_code,name,place_type,installed\n"
            + "neuf,neuf,Maison Neuve,Orga,Lunel,34145,Dortoir,CHU,8\n"
            + "vieux,neuf,Maison Neuve,Orga,Lunel,34145,Chambre,CHU,huit\n";
    assertThat(bring(id, file.getBytes(StandardCharsets.UTF_8)).body())
        .contains("\"field\":\"installed\",\"code\":\"NOT_A_NUMBER\"");

    TestBrowser.Answer all =
        nadia.post("/api/imports/" + id + "/apply", "{\"onlyGoodLines\":false}");
    assertThat(all.field("status")).as(all.body()).isEqualTo("REFUSED");
    assertThat(nadia.get("/api/board").body()).doesNotContain("Maison Neuve");

    TestBrowser.Answer good =
        nadia.post("/api/imports/" + id + "/apply", "{\"onlyGoodLines\":true}");
    assertThat(good.field("status")).isEqualTo("APPLIED");
    TestGateway.await(
        "the board shows it", () -> nadia.get("/api/board").body().contains("Maison Neuve"));
    assertThat(nadia.get("/api/imports").body()).contains(id.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"placeGroup\":{}}]|NOT_JSON",
        "[{\"placeGroup\":\"a\"}] x|NOT_JSON",
        "{\"placeGroup\":\"a\"}|NOT_JSON",
        "[]|ONLY_A_HEADER",
        "[{\"placeGroup\":\"a\",\"place_group\":\"b\"}]|DUPLICATE_COLUMN",
        "[{\"placeGroup\":\"a\",\"colour\":1}]|UNKNOWN_COLUMN",
        "place_group;colour|UNKNOWN_COLUMN",
      })
  void aFileOfWhichNothingCanBeBelievedSaysWhy(String file, String code) {
    TestBrowser.Answer answer = bring(UUID.randomUUID(), file.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"problem\":{\"code\":\"" + code + "\"");
  }

  @Test
  void aFileThatIsTooLargeOrNotBase64IsRefused() {
    assertThat(bring(UUID.randomUUID(), new byte[4_000_000]).status()).isEqualTo(413);
    assertThat(
            nadia
                .post(
                    "/api/imports",
                    "{\"importId\":\"%s\",\"fileName\":\"a\",\"content\":\"%%%%\"}"
                        .formatted(UUID.randomUUID()))
                .field("field"))
        .isEqualTo("content");
    assertThat(nadia.get("/api/imports/" + UUID.randomUUID()).status()).isEqualTo(404);
  }
}
