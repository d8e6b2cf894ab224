package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.RecordCall;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The live socket as a document: one golden file for each kind of message, written by a real
 * gateway (with {@code HOTLINE_WRITE_WIRE=yes} in the environment), compared here, read by the
 * dashboard's own tests. What differs from run to run (times, ids, versions) stands there as one
 * fixed value.
 */
class WireIT {

  private static final Path GOLDEN = Path.of("src/test/resources/wire");
  private static final AgentId CLAIRE = new AgentId("claire");

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  @TempDir static Path folder;

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void everyMessageIsAsItsGoldenFileSays() {
    TestBrowser claire = gateway.browser().signIn("claire");
    TestBrowser.Socket socket = claire.live();
    isGolden("hello", socket.next("\"type\":\"hello\""));
    isGolden("board", socket.next("\"type\":\"board\"", "lilas-famille"));
    claire.put("/api/agent/phone", "{\"phone\":\"claire-web\"}");
    claire.put("/api/agent/state", "{\"state\":\"READY\"}");
    isGolden("me", socket.next("\"type\":\"me\"", "\"state\":\"READY\""));
    isGolden("queue", socket.next("\"type\":\"queue\"", "\"agentsReady\":1"));

    CallId call = new CallId("hotline1-1795350000.1");
    Instant now = RecordCall.moment(Instant.now());
    gateway.calls.accept(
        new CallFact.Arrived(call, now, "public", gateway.callers.identify("0612345678")));
    gateway.calls.accept(new CallFact.EnteredQueue(call, now.plusMillis(10), "public", 1));
    gateway.calls.accept(new CallFact.AgentRinging(call, now.plusMillis(20), CLAIRE));
    isGolden("card-ringing", socket.next("\"type\":\"card\"", "RINGING", "•• 78"));
    gateway.calls.accept(new CallFact.AgentConnected(call, now.plusMillis(30), CLAIRE, 2));
    String card = socket.next("\"type\":\"card\"", "TALKING", "\"contactId\":\"");
    isGolden("card-talking", card);

    String contact = card.replaceAll(".*?\"contactId\":\"([^\"]+)\".*", "$1");
    claire.post(
        "/api/holds",
        "{\"holdId\":\"%s\",\"placeGroupId\":\"lilas-famille\",\"places\":2,\"contactId\":\"%s\"}"
            .formatted(UUID.randomUUID(), contact));
    isGolden("hold", socket.next("\"type\":\"hold\""));
    TestBrowser.Socket later = claire.live();
    isGolden("holds", later.next("\"type\":\"holds\"", "lilas-famille"));
    claire.put("/api/agent/state", "{\"state\":\"PAUSED\",\"reason\":\"BREAK\"}");
    TestBrowser sophie = gateway.browser().signIn("sophie");
    sophie.put("/api/place-groups/lilas-femmes/free", "{\"free\":2}");
    isGolden("board-change", later.next("\"type\":\"boardChange\"", "lilas-femmes"));
  }

  private static void isGolden(String name, String message) {
    Path file = GOLDEN.resolve(name + ".json");
    try {
      String said = JSON.writeValueAsString(JSON.treeToValue(steady(message), Object.class)) + "\n";
      if ("yes".equals(System.getenv("HOTLINE_WRITE_WIRE"))) {
        Files.writeString(file, said);
      }
      assertThat(said).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One group is enough of a board; times, ids and versions become one value each. */
  private static JsonNode steady(String message) throws IOException {
    ObjectNode tree = (ObjectNode) JSON.readTree(message);
    if (tree.get("groups") instanceof ArrayNode groups) {
      ArrayNode first = JSON.createArrayNode();
      for (JsonNode group : groups) {
        if (group.get("placeGroupId").asText().equals("lilas-femmes")) {
          first.add(inOrder((ObjectNode) group));
        }
      }
      tree.set("groups", first);
    }
    String text =
        JSON.writeValueAsString(tree)
            .replaceAll("\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z\"", "\"2026-11-22T17:00:00Z\"")
            .replaceAll("\"nightOf\" : \"[^\"]+\"", "\"nightOf\" : \"2026-11-22\"")
            .replaceAll(
                "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "01930000-0000-7000-8000-000000000000")
            .replaceAll("\"waitSeconds\" : [0-9]+", "\"waitSeconds\" : 4")
            .replaceAll("\"version\" : [0-9]+", "\"version\" : 7");
    return JSON.readTree(text);
  }

  /** Who is accepted is a set: its order says nothing. */
  private static ObjectNode inOrder(ObjectNode group) {
    List<String> types = new ArrayList<>();
    group.get("householdTypesAccepted").forEach(type -> types.add(type.asText()));
    Collections.sort(types);
    ArrayNode sorted = group.putArray("householdTypesAccepted");
    types.forEach(sorted::add);
    return group;
  }
}
