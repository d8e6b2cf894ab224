package org.hotline115.gateway.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.queue.PhoneId;
import org.hotline115.callflow.queue.Presence;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.PhoneFeature;
import org.hotline115.gateway.asterisk.PhoneKit;
import org.hotline115.gateway.asterisk.Sipp;
import org.hotline115.gateway.asterisk.TestAsterisk;
import org.hotline115.gateway.asterisk.WireBench;

/**
 * A call on real parts: from Asterisk's Newchannel of the agent's leg to the moment the agent's
 * screen is told, the FastAGI round trip, events a second, and the memory after a thousand calls.
 */
public final class CallBench {

  private static final int AGENTS = 8;
  private static final int CARDS = 60;
  private static final int AGI_COMMANDS = 5_000;
  private static final int STREAM_CALLS = 800;
  private static final int STREAM_ROUNDS = 3;
  private static final int MEMORY_CALLS = 1_000;

  private CallBench() {}

  public static void main(String[] arguments) throws Exception {
    BenchLine line = new BenchLine("call", arguments);
    Path folder = Files.createTempDirectory("hotline-bench");
    int agentPort = TestAsterisk.freeUdpPort();
    List<TestAsterisk.Station> stations = new ArrayList<>();
    for (int i = 1; i <= AGENTS; i++) {
      stations.add(TestAsterisk.Station.at("a" + i, agentPort));
    }
    try (TestAsterisk asterisk =
        TestAsterisk.render(folder.resolve("asterisk"), TestAsterisk.freePort(), stations)
            .start()) {
      cards(asterisk, agentPort, folder, line);
      List<Long> trips = WireBench.roundTrips(asterisk, AGI_COMMANDS);
      line.measured("agi_round_trip_p50_ms", percentile(trips, 50) / 1e6, "ms");
      line.measured("agi_round_trip_p99_ms", percentile(trips, 99) / 1e6, "ms");
      WireBench.EventRates rates = WireBench.events(folder, STREAM_CALLS, STREAM_ROUNDS);
      line.against("ami_events_per_s", rates.ours(), "1/s", rates.empty());
      Database.Settings records = TestServers.emptyDatabase();
      try (Database database = new Database(records)) {
        database.migrate();
      }
      line.measured(
          "memory_mb",
          WireBench.memoryAfterCalls(asterisk, records, folder.resolve("memory"), MEMORY_CALLS),
          "MB");
    }
    System.exit(0);
  }

  private static void cards(TestAsterisk asterisk, int agentPort, Path folder, BenchLine line)
      throws Exception {
    Map<String, Instant> legs = WireBench.agentLegs(asterisk);
    Map<String, Instant> told = new ConcurrentHashMap<>();
    try (Database database = TestServers.database();
        PhoneFeature phone =
            PhoneKit.feature(
                PhoneKit.telephone(asterisk),
                database,
                folder.resolve("state"),
                new SimpleMeterRegistry())) {
      phone
          .calls()
          .observe((before, after) -> {
            if (after.state(phone.rules()) instanceof CallState.Ringing) {
              told.putIfAbsent(after.id().linkedid(), Instant.now());
            }
          });
      phone
          .presences()
          .observe((before, after) -> {
            if (after.presence() instanceof Presence.WrapUp(var call)) {
              phone.lanes().submit(call, () -> phone.becomeReady().afterWrapUp(after.agent()));
            }
          });
      phone.start();
      PhoneKit.await("the telephone is up", Duration.ofSeconds(60), phone::up);
      for (int i = 1; i <= AGENTS; i++) {
        AgentId agent = new AgentId("a" + i);
        phone.choosePhone().choose(agent, new PhoneId(agent.value()));
        phone.becomeReady().ready(agent);
      }
      try (Sipp _ = Sipp.agent(asterisk, agentPort, Duration.ofMillis(500));
          Sipp callers =
              Sipp.call(
                  asterisk, Sipp.Caller.staying(Duration.ofSeconds(20)).pressing("0"), CARDS, 1)) {
        callers.endsWithin(Duration.ofMinutes(4));
      }
    }
    List<Long> millis = new ArrayList<>();
    told.forEach((call, at) -> {
      Instant born = legs.get(call);
      if (born != null) {
        millis.add(Math.max(0, Duration.between(born, at).toMillis()));
      }
    });
    millis.sort(null);
    line.measured("cards", millis.size(), "calls");
    line.measured("card_p50_ms", percentile(millis, 50), "ms");
    line.measured("card_p95_ms", percentile(millis, 95), "ms");
    line.measured("card_p99_ms", percentile(millis, 99), "ms");
  }

  private static double percentile(List<Long> sorted, int percent) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
  }
}
