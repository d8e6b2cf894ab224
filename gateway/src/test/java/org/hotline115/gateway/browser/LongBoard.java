package org.hotline115.gateway.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A board of two thousand groups on which fifty figures change a second, before one real page. */
final class LongBoard {

  private static final int GROUPS = 2_000;
  private static final int CARDS = 20;
  private static final int CHANGES_A_SECOND = 50;
  private static final String GROUP =
      """
      {"placeGroupId":"long-%1$d","siteId":"s","siteName":"Site %1$d","name":"Chambres","placeType":"CHU",\
      "genderRule":"MIXED","householdTypesAccepted":[],"petsAllowed":"NONE","accessReducedMobility":"YES",\
      "nightOnly":false,"commune":"Montpellier","arrivalUntil":"22:00","open":40,"occupied":%2$d,"held":0,\
      "free":%3$d,"together":2,"rooms":{"unit":"ROOM","size":2,"cots":0,"onDemand":false},\
      "hours":{"arrivalFrom":"14:00","release":{}},"updatedAt":"2026-11-22T17:00:00Z","updatedBy":"veilleur",\
      "source":"WEB","staleAfterMinutes":900000,"closureReason":null,"version":%4$d}\
      """;

  private final Page page;
  private @Nullable WebSocketRoute socket;

  private LongBoard(Page page) {
    this.page = page;
  }

  /** Before the page opens. */
  static LongBoard on(Page page) {
    LongBoard board = new LongBoard(page);
    page.routeWebSocket("**/live", board::hold);
    page.route("**/api/board/search?*", LongBoard::answer);
    return board;
  }

  private void hold(WebSocketRoute opened) {
    WebSocketRoute server = opened.connectToServer();
    opened.onMessage(frame -> server.send(frame.text()));
    server.onMessage(frame -> {
      if (frame.text().contains("\"type\":\"board\"")) {
        opened.send(
            "{\"type\":\"board\",\"version\":0,\"nightOf\":\"2026-11-22\",\"groups\":["
                + groups(GROUPS)
                + "]}");
        socket = opened;
      } else if (!frame.text().contains("boardChange")) {
        opened.send(frame.text());
      }
    });
  }

  private static String groups(int most) {
    return IntStream.range(0, most)
        .mapToObj(number -> group(number, 0))
        .collect(Collectors.joining(","));
  }

  private static String group(int number, int version) {
    int free = 2 + (number + version) % 30;
    return GROUP.formatted(number, 40 - free, free, version);
  }

  private static void answer(Route route) {
    String fits =
        IntStream.range(0, CARDS)
            .mapToObj(number ->
                "{\"group\":%s,\"places\":2,\"stale\":false,\"why\":[\"TOGETHER\"],\"whyNot\":[],\"way\":null}"
                    .formatted(group(number, 0)))
            .collect(Collectors.joining(","));
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("application/json")
            .setBody(
                "{\"nightOf\":\"2026-11-22\",\"state\":\"UP\",\"asOf\":\"2026-11-22T17:00:00Z\",\"fitting\":2000,"
                    + "\"fits\":["
                    + fits
                    + "],\"nearMisses\":[]}"));
  }

  /** The part of one core that the page's main thread uses while figures change. */
  double load(int seconds) {
    CDPSession session = page.context().newCDPSession(page);
    JsonObject domain = new JsonObject();
    domain.addProperty("timeDomain", "threadTicks");
    session.send("Performance.enable", domain);
    double before = busySeconds(session);
    long started = System.nanoTime();
    for (int change = 1; change <= seconds * CHANGES_A_SECOND; change++) {
      Objects.requireNonNull(socket)
          .send(
              "{\"type\":\"boardChange\",\"version\":%d,\"groups\":[%s]}"
                  .formatted(change, group(change * 7 % GROUPS, change)));
      long due = started + change * 1_000_000_000L / CHANGES_A_SECOND;
      page.waitForTimeout(Math.max(0, (due - System.nanoTime()) / 1e6));
    }
    return (busySeconds(session) - before) / ((System.nanoTime() - started) / 1e9);
  }

  static double busySeconds(CDPSession session) {
    for (JsonElement metric : session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      if (metric.getAsJsonObject().get("name").getAsString().equals("TaskDuration")) {
        return metric.getAsJsonObject().get("value").getAsDouble();
      }
    }
    throw new IllegalStateException("this browser does not tell how busy it is");
  }
}
