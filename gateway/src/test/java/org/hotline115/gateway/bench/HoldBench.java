package org.hotline115.gateway.bench;

import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.hotline115.callflow.board.HoldId;
import org.hotline115.callflow.board.HoldPlaces;
import org.hotline115.callflow.board.HoldResult;
import org.hotline115.callflow.board.RedisPlaceBoard;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.placement.PlacementId;
import org.hotline115.callflow.request.ConfirmHold;
import org.hotline115.callflow.request.ConfirmResult;
import org.hotline115.gateway.TestBrowser;

/**
 * Holding and promising: the script alone beside redis-benchmark with the very same script, the use
 * case, the HTTP routes beside bare Vert.x, promises beside bare commits; and a race.
 */
final class HoldBench {

  private static final int THREADS = 50;
  private static final int REDIS_BENCHMARK_MIN = 1_000;
  private static final CallId CALL = new CallId("hotline1-1795455730.1");

  private final BenchLine line;
  private final BoardGround ground;
  private final int holds;
  private final int promises;

  HoldBench(BenchLine line, BoardGround ground, int holds, int promises) {
    this.line = line;
    this.ground = ground;
    this.holds = holds;
    this.promises = promises;
  }

  /** What is held here runs out by itself or goes with {@link BoardGround#empty}. */
  void run() throws Exception {
    double limit = script();
    Sampled.of(holds / 4, THREADS, number -> ground.change(number));
    double ours = Sampled.of(holds, THREADS, number -> ground.change(number)).perSecond();
    limit = Math.max(limit, script());
    line.against("hold_script_per_s", ours, "1/s", limit);
    HoldPlaces holding = ground.gateway.board.holdPlaces();
    Sampled inJava =
        Sampled.of(
            holds,
            THREADS,
            number ->
                BoardGround.mustHold(
                    holding.run(
                        new HoldPlaces.Wish(
                            new HoldId(UUID.randomUUID()),
                            new PlaceGroupId("group-" + number % BoardGround.LARGE_GROUPS),
                            1,
                            BoardGround.AGENT,
                            CALL,
                            new ContactId(new UUID(0, 1))))));
    line.against("hold_java_per_s", inJava.perSecond(), "1/s", limit);
    line.measured("hold_java_p99_ms", inJava.p99(), "ms");
    TestBrowser browser = ground.gateway.browser().signIn(BoardGround.AGENT.value());
    try (HttpLines lines =
        new HttpLines(ground.gateway.port, browser.cookie, browser.csrf, THREADS)) {
      holdOverHttp(lines);
      promises(lines);
    }
  }

  /** What the server can do with this script, whoever asks. */
  private double script() throws IOException {
    ground.change(0);
    List<String> command =
        new ArrayList<>(
            List.of("redis-benchmark", "-p", Integer.toString(ground.gateway.redisProcess.port())));
    command.addAll(
        List.of("--csv", "-n", "" + Math.max(REDIS_BENCHMARK_MIN, 3 * holds), "-c", "" + THREADS));
    command.addAll(List.of("-r", "1000000000"));
    String prefix = "board:{34}:";
    command.addAll(List.of("EVALSHA", RedisPlaceBoard.holdScript().digest(), "5"));
    for (String key : List.of("built", "version", "changes", "expiry", "groups")) {
      command.add(prefix + key);
    }
    command.addAll(
        List.of(
            prefix,
            "group-1",
            "00000000-0000-7000-8000-__rand_int__",
            BoardGround.tonight().toString(),
            "1",
            BoardGround.AGENT.value(),
            CALL.linkedid(),
            new UUID(0, 1).toString(),
            "600000"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    String[] lines = output.strip().split("\n");
    String[] values = lines[lines.length - 1].split("\",\"");
    if (values.length < 2) {
      throw new IllegalStateException("redis-benchmark said " + output);
    }
    return Double.parseDouble(values[1].replace("\"", ""));
  }

  /** Session, CSRF check, the contact's owner, the hold. */
  private void holdOverHttp(HttpLines lines) throws InterruptedException, ExecutionException {
    ContactId contact = ground.contacts(1).getFirst();
    HttpLines.Asked asked =
        new HttpLines.Asked(
            HttpMethod.POST,
            _ -> "/api/holds",
            201,
            number ->
                "{\"holdId\":\"%s\",\"placeGroupId\":\"group-%d\",\"places\":1,\"contactId\":\"%s\"}"
                    .formatted(UUID.randomUUID(), number % BoardGround.LARGE_GROUPS, contact));
    lines.ask(holds / 4, asked);
    Sampled ours = lines.ask(holds, asked);
    Sampled bare = HttpLines.bare(holds, THREADS, lines.answerBytes(), asked.body().apply(0));
    line.against("hold_http_per_s", ours.perSecond(), "1/s", bare.perSecond());
    line.against("hold_http_p99_ms", ours.p99(), "ms", bare.p99());
  }

  /** Hold, proposal, placement and request in one transaction each; each contact its own. */
  private void promises(HttpLines lines) throws Exception {
    ConfirmHold confirming = ground.gateway.requests.confirmHold();
    HoldId[] held = hold(3 * promises);
    Sampled.of(promises, THREADS, number -> confirm(confirming, held[number]));
    double limit = commits();
    Sampled inJava =
        Sampled.of(promises, THREADS, number -> confirm(confirming, held[promises + number]));
    limit = Math.max(limit, commits());
    line.against("confirm_java_per_s", inJava.perSecond(), "1/s", limit);
    line.measured("confirm_java_p99_ms", inJava.p99(), "ms");
    confirmOverHttp(lines, held, limit);
  }

  private void confirmOverHttp(HttpLines lines, HoldId[] held, double limit)
      throws InterruptedException {
    Sampled ours =
        lines.ask(
            promises,
            new HttpLines.Asked(
                HttpMethod.POST,
                number -> "/api/holds/" + held[2 * promises + number] + "/confirm",
                201,
                _ -> "{\"placementId\":\"%s\",\"sms\":false}".formatted(UUID.randomUUID())));
    line.against("confirm_http_per_s", ours.perSecond(), "1/s", limit);
    line.measured("confirm_http_p99_ms", ours.p99(), "ms");
  }

  private HoldId[] hold(int number) throws InterruptedException, ExecutionException {
    List<ContactId> contacts = ground.contacts(number);
    HoldId[] held = new HoldId[number];
    Sampled.of(
        number,
        THREADS,
        i -> {
          held[i] = new HoldId(UUID.randomUUID());
          PlaceGroupId group = new PlaceGroupId("group-" + i % BoardGround.LARGE_GROUPS);
          BoardGround.mustHold(ground.direct.hold(ground.wish(held[i], group, contacts.get(i))));
        });
    return held;
  }

  private static void confirm(ConfirmHold confirming, HoldId hold) {
    ConfirmResult result =
        confirming.run(hold, new PlacementId(UUID.randomUUID()), BoardGround.AGENT);
    if (!(result instanceof ConfirmResult.Confirmed)) {
      throw new IllegalStateException("it was not promised: " + result);
    }
  }

  /** What PostgreSQL commits a second through the same pool: one small row each. */
  private double commits() throws InterruptedException, ExecutionException {
    ground.gateway.database.with(
        handle -> handle.execute("CREATE TABLE IF NOT EXISTS bare_commit (id uuid PRIMARY KEY)"));
    return Sampled.of(
            promises,
            THREADS,
            number ->
                ground.gateway.database.inTransaction(handle ->
                    handle.execute("INSERT INTO bare_commit VALUES (?)", UUID.randomUUID())))
        .perSecond();
  }

  /** More people than places, all at once: as many winners as places. */
  void race(int contenders) throws InterruptedException, ExecutionException {
    long started = System.nanoTime();
    List<HoldResult> results =
        Sampled.inParallel(
            contenders,
            () ->
                ground.direct.hold(
                    ground.wish(
                        new HoldId(UUID.randomUUID()),
                        BoardGround.SCARCE,
                        new ContactId(new UUID(0, 1)))));
    double millis = (System.nanoTime() - started) / 1e6;
    long winners = results.stream().filter(result -> result instanceof HoldResult.Held).count();
    line.against("contenders_winners", winners, "", BoardGround.SCARCE_PLACES);
    line.measured("contenders_ms", millis, "ms");
  }
}
