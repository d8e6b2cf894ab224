package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures by a shelter's own software, good ones and strange ones; and links over HTTP. */
class FigureDoorIT {

  @TempDir private static Path folder;
  private static TestGateway gateway;
  private static String key;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  static void open() {
    gateway = new TestGateway(folder);
    key =
        gateway
            .shelters
            .keys()
            .make("lilas", "SI Lilas", new AgentId("admin"))
            .orElseThrow()
            .token()
            .value();
  }

  @AfterAll
  static void close() {
    gateway.close();
  }

  private record Got(int status, String body) {}

  private Got post(String type, String id, String bearer, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port + "/api/figures"))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!bearer.isEmpty()) {
      request.header("Authorization", bearer);
    }
    if (!id.isEmpty()) {
      request.header("Idempotency-Key", id);
    }
    try {
      HttpResponse<String> got = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(got.body()).doesNotContain("Exception", "at org.", "at io.");
      return new Got(got.statusCode(), got.body());
    } catch (java.io.IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Got csv(String body) {
    return post(
        "text/csv; charset=utf-8",
        UUID.randomUUID().toString(),
        "Bearer " + key,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private Got json(String body) {
    return post("application/json", "", "Bearer " + key, body.getBytes(StandardCharsets.UTF_8));
  }

  private static GroupView group(String id) {
    return gateway.board.readBoard().group(new PlaceGroupId(id), Household.ANYBODY).orElseThrow();
  }

  private static int free(String id) {
    return group(id).open() - group(id).occupied();
  }

  @Test
  void jsonFiguresAreNotedAndTheSameListAgainTellsNothingTwice() {
    String list =
        "{\"id\":\"%s\",\"figures\":[{\"placeGroupId\":\"lilas-famille\",\"free\":5},"
                .formatted(UUID.randomUUID())
            + "{\"placeGroupId\":\"lilas-femmes\",\"free\":0}]}";
    Got first = json(list);
    csv("place_group,free\nlilas-famille,2\n");

    Got again = json(list);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body()).contains("\"noted\":2", "\"outcome\":\"NOTED\"", "\"free\":5");
    assertThat(again.status()).isEqualTo(200);
    assertThat(free("lilas-famille")).isEqualTo(2);
    assertThat(group("lilas-famille").updatedBy()).isEqualTo("SI Lilas");
  }

  @Test
  void goodLinesAreNotedWhateverStandsBesideThem() {
    String lines =
        IntStream.range(0, 499)
            .mapToObj(i -> "lilas-none-%d,1".formatted(i))
            .collect(Collectors.joining("\n"));

    Got got = csv("place_group,free\r\n\"lilas-femmes\";\"7\"\r\n" + lines + "\nlilas-famille,x\n");

    assertThat(got.status()).isEqualTo(207);
    assertThat(got.body())
        .contains(
            "\"noted\":1", "\"refused\":500", "\"line\":501", "MALFORMED", "\"field\":\"free\"");
    assertThat(free("lilas-femmes")).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lilas-famille,-1|free",
        "lilas-famille,3.5|free",
        "lilas-famille,1e3|free",
        "lilas-famille,|free",
        "lilas-famille,9999|free",
        "lilas-famille,3,x|line",
        "lilas-famille|line",
        "=HYPERLINK(1),3|place_group",
        "<script>,3|place_group",
        "../x,3|place_group",
        "\"lilas-famille,3|place_group",
        "lilas-famille\u0000,3|place_group",
      })
  void aStrangeLineIsAnsweredByItselfAndChangesNothing(String lineAndField) {
    String line = lineAndField.split("\\|")[0];
    String field = lineAndField.split("\\|")[1];
    int before = free("lilas-famille");

    Got got = csv("place_group,free\n" + line + "\n");

    assertThat(got.status()).isEqualTo(207);
    assertThat(got.body()).contains("MALFORMED", "\"field\":\"" + field + "\"");
    assertThat(free("lilas-famille")).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "place_group,free", "lilas-famille,3", "group;places\nx,1", "PK\u0003\u0004"})
  void whatIsNoListIsRefusedWhole(String body) {
    assertThat(csv(body).status()).isEqualTo(400);
  }

  @Test
  void otherAlphabetsTooMuchAndTooManyAreRefusedWhole() {
    byte[] latin = "place_group,free\nété,3\n".getBytes(StandardCharsets.ISO_8859_1);
    String id = UUID.randomUUID().toString();

    assertThat(post("text/csv", id, "Bearer " + key, latin).status()).isEqualTo(400);
    assertThat(csv("place_group,free\n" + "lilas-famille,3\n".repeat(5_001)).status())
        .isEqualTo(413);
    assertThat(csv("place_group,free\n" + "x".repeat(300_000)).status()).isEqualTo(413);
    assertThat(csv("\uFEFFplace_group;free\rlilas-famille;1\r").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"figures\":[{\"placeGroupId\":\"lilas-famille\",\"free\":3}]}",
        "{\"id\":\"1\",\"figures\":[{\"placeGroupId\":\"lilas-famille\",\"free\":3}]}",
        "{\"id\":\"%s\"}",
        "{\"id\":\"%s\",\"figures\":3}",
        "{\"id\":\"%s\",\"figures\":[]}",
        "{\"id\":\"%s\",\"id\":\"%s\",\"figures\":[]}",
        "{\"id\":\"%s\",\"figures\":[],\"more\":1}",
        "[]",
        "{",
      })
  void anOddBodyNamesWhatIsWrong(String body) {
    Got got = json(body.replace("%s", UUID.randomUUID().toString()));

    assertThat(got.status()).isEqualTo(400);
    assertThat(got.body()).contains("\"code\":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "null",
        "{}",
        "{\"placeGroupId\":3,\"free\":3}",
        "{\"placeGroupId\":\"lilas-famille\",\"free\":\"3\"}",
        "{\"placeGroupId\":\"lilas-famille\",\"free\":3.5}",
        "{\"placeGroupId\":\"lilas-famille\",\"free\":-1}",
        "{\"placeGroupId\":\"lilas-famille\",\"free\":9223372036854775808}",
        "{\"placeGroupId\":\"lilas-famille\",\"free\":3,\"more\":1}",
      })
  void anOddItemIsAnsweredBesideAGoodOne(String item) {
    Got got =
        json(
            "{\"id\":\"%s\",\"figures\":[%s,{\"placeGroupId\":\"lilas-femmes\",\"free\":4}]}"
                .formatted(UUID.randomUUID(), item));

    assertThat(got.status()).isEqualTo(207);
    assertThat(got.body()).contains("MALFORMED", "\"noted\":1");
    assertThat(free("lilas-femmes")).isEqualTo(4);
  }

  @Test
  void everyListOfAKnownKeyIsOnTheTrailAndNoneOfAStranger() {
    List<String> before = trail();
    csv("place_group,free\nlilas-famille,1\n");
    csv("place_group,free\nlilas-famille,1\nnowhere,1\n");
    csv("place_group,free\nnowhere,1\n");
    csv("no list");
    post("text/csv", UUID.randomUUID().toString(), "Bearer x", new byte[0]);

    assertThat(trail().subList(before.size(), trail().size()))
        .containsExactly(
            "lilas FIGURES_NOTED",
            "lilas FIGURES_NOTED_IN_PART",
            "lilas FIGURES_REFUSED",
            "lilas FIGURES_REFUSED");
  }

  private static List<String> trail() {
    return gateway.database.with(handle ->
        handle
            .createQuery(
                "SELECT object_id || ' ' || action FROM audit_event"
                    + " WHERE actor LIKE 'key:%' ORDER BY seq")
            .mapTo(String.class)
            .list());
  }

  @Test
  void anotherSitesGroupIsNotToldApartFromNone() {
    Got got = csv("place_group,free\nhalte-gare,1\nnowhere,1\n");

    assertThat(got.body()).doesNotContain("NOT_YOURS").contains("NO_SUCH_GROUP");
    assertThat(got.status()).isEqualTo(207);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer x", "Basic abc", "bearer KEY", "Bearer KEYx"})
  void withoutItsKeyNothingIsTold(String bearer) {
    Got got =
        post(
            "text/csv",
            UUID.randomUUID().toString(),
            bearer.replace("KEY", key),
            "place_group,free\nlilas-famille,0\n".getBytes(StandardCharsets.UTF_8));

    assertThat(got.status()).isEqualTo(401);
  }

  @Test
  void aRevokedKeyAndAnotherTypeAreRefused() {
    var made = gateway.shelters.keys().make("orb", "SI Orb", new AgentId("admin")).orElseThrow();
    gateway.shelters.keys().revoke("orb", made.keyId(), new AgentId("admin"));
    byte[] body = "place_group,free\norb-urgence,1\n".getBytes(StandardCharsets.UTF_8);
    String id = UUID.randomUUID().toString();

    assertThat(post("text/csv", id, "Bearer " + made.token().value(), body).status())
        .isEqualTo(401);
    assertThat(post("text/plain", id, "Bearer " + key, body).status()).isEqualTo(415);
    assertThat(post("text/csv", "", "Bearer " + key, body).status()).isEqualTo(400);
  }

  @Test
  void aLinkIsShownAndSavedOverHttpWithoutASession() {
    String address =
        gateway.shelters.links().make("orb", new AgentId("admin")).orElseThrow().address();
    String token = address.substring(address.lastIndexOf('/') + 1);
    TestBrowser anybody = gateway.browser();
    String save =
        "{\"tellId\":\"%s\",\"placeGroupId\":\"orb-famille\",\"free\":6}"
            .formatted(UUID.randomUUID());

    TestBrowser.Answer page = anybody.get("/libre/" + token);
    TestBrowser.Answer looked = anybody.get("/api/free-links/" + token);
    TestBrowser.Answer saved = anybody.post("/api/free-links/" + token, save);
    TestBrowser.Answer again = anybody.post("/api/free-links/" + token, save);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("libre-page").doesNotContain(token);
    assertThat(looked.body()).contains("orb-urgence", "orb-famille").doesNotContain("lilas");
    assertThat(saved.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(free("orb-famille")).isEqualTo(6);
    assertThat(anybody.get("/api/free-links/" + "A".repeat(22)).status()).isEqualTo(404);
    assertThat(anybody.get("/api/free-links/x").status()).isEqualTo(404);
    assertThat(
            anybody
                .post("/api/free-links/" + token, save.replace("orb-famille", "lilas-femmes"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void aCoordinatorSaysHowASiteIsAskedAndSeesWhoHasNotAnswered() {
    TestBrowser sophie = gateway.browser().signIn("sophie");
    TestBrowser lilas = gateway.browser().signIn("lilas");
    String wish =
        "{\"askBy\":\"SMS\",\"language\":\"fr\",\"number\":\"04 65 71 00 12\",\"askedAtNight\":true}";

    TestBrowser.Answer changed = sophie.put("/api/sites/saint-jean/channel", wish);
    TestBrowser.Answer code = sophie.post("/api/sites/saint-jean/code", "{}");
    TestBrowser.Answer called =
        sophie.post(
            "/api/freshness/saint-jean-hommes/called",
            "{\"tellId\":\"%s\",\"free\":4}".formatted(UUID.randomUUID()));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body()).doesNotContain("465710012").contains("•• 12");
    assertThat(code.field("code")).matches("[0-9]{6}");
    assertThat(called.body()).contains("\"source\":\"PHONE\"", "\"updatedBy\":\"sophie\"");
    assertThat(sophie.get("/api/freshness").body()).contains("\"stale\":", "\"groups\":");
    assertThat(lilas.get("/api/freshness").status()).isEqualTo(403);
    assertThat(lilas.put("/api/sites/saint-jean/channel", wish).status())
        .as("another house's contact")
        .isEqualTo(403);
    assertThat(sophie.put("/api/sites/nowhere/channel", wish).status()).isEqualTo(404);
    assertThat(sophie.put("/api/sites/orb/channel", wish.replace("04 65 71 00 12", "112")).status())
        .isEqualTo(400);
  }
}
