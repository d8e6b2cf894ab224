package org.hotline115.gateway.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.AgentLegs;
import org.hotline115.gateway.asterisk.PhoneKit;
import org.hotline115.gateway.asterisk.Sipp;
import org.hotline115.gateway.asterisk.TestAsterisk;
import org.hotline115.gateway.asterisk.WireBench;

/**
 * A call through the whole gateway on real parts: from Asterisk's Newchannel of the agent's leg to
 * the card on that agent's own live socket, and the gateway's memory after a thousand calls more;
 * then the wire alone: the FastAGI round trip and events a second.
 */
public final class CallBench {

  private static final String PASSWORD = "correct horse battery";

  /** Asterisk leaves each agent in peace for ten seconds after a call. */
  private static final int AGENTS = 32;

  private static final int WARM_UP = 20;
  private static final int CARDS = 100;
  private static final int CARD_CALLS_PER_SECOND = 2;
  private static final int AGI_COMMANDS = 5_000;
  private static final int STREAM_CALLS = 800;
  private static final int STREAM_ROUNDS = 3;
  private static final int MEMORY_CALLS = 1_000;
  private static final int MEMORY_CALLS_PER_SECOND = 20;

  private final BenchLine line;
  private final Path folder = Files.createTempDirectory("hotline-bench");
  private final int agentPort = TestAsterisk.freeUdpPort();
  private final List<TestAsterisk.Station> stations = new ArrayList<>();
  private final CardWatch cards = new CardWatch();

  private CallBench(BenchLine line) throws IOException {
    this.line = line;
    for (int i = 1; i <= AGENTS; i++) {
      stations.add(TestAsterisk.Station.at("agent" + i, agentPort));
    }
  }

  public static void main(String[] arguments) throws Exception {
    new CallBench(BenchLine.alone("call", arguments)).run();
    System.exit(0); // the embedded PostgreSQL ends with the JVM
  }

  private void run() throws Exception {
    try (TestAsterisk asterisk =
        TestAsterisk.render(folder.resolve("asterisk"), TestAsterisk.freePort(), stations)
            .start()) {
      throughTheGateway(asterisk);
      List<Double> trips =
          WireBench.roundTrips(asterisk, AGI_COMMANDS).stream().map(nanos -> nanos / 1e6).toList();
      line.measured("agi_round_trip_p50_ms", percentile(trips, 50), "ms");
      line.measured("agi_round_trip_p99_ms", percentile(trips, 99), "ms");
    }
    WireBench.EventRates rates = WireBench.events(folder, STREAM_CALLS, STREAM_ROUNDS);
    line.against("ami_events_per_s", rates.ours(), "1/s", rates.empty());
  }

  private void throughTheGateway(TestAsterisk asterisk) throws Exception {
    Database.Settings records = TestServers.emptyDatabase();
    try (Database database = new Database(records);
        TestRedis redis = TestServers.redis()) {
      database.migrate();
      hireAgents(database);
      GatewayProcess.Servers servers =
          new GatewayProcess.Servers(asterisk, stations, records, redis.settings());
      try (GatewayProcess gateway = GatewayProcess.start(servers, folder.resolve("gateway"))) {
        List<AgentDesk> desks = new ArrayList<>();
        try {
          for (TestAsterisk.Station station : stations) {
            desks.add(AgentDesk.open(station.name(), PASSWORD, gateway.base(), cards));
          }
          cards(asterisk);
          memory(asterisk, gateway, database);
        } finally {
          desks.forEach(AgentDesk::close);
        }
      }
    }
  }

  private void hireAgents(Database database) {
    AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, InstantSource.system());
    for (TestAsterisk.Station station : stations) {
      AgentId agent = new AgentId(station.name());
      access
          .createAccount()
          .create(new Account(agent, station.name(), Role.LISTENER), PASSWORD, agent);
    }
  }

  /**
   * {@code card_*_ms}: from Asterisk's own timestamp of the Newchannel of the agent's leg to the
   * first message "card" of that call on the /live socket of that agent, which is the one that
   * opens while it rings. The calls before them warm the gateway up and do not count. The limit of
   * {@code cards} is how many legs there were: with a ratio of 1 no card was lost.
   */
  private void cards(TestAsterisk asterisk) throws Exception {
    Sipp.Caller caller = Sipp.Caller.staying(Duration.ofSeconds(40)).pressing("0");
    try (AgentLegs legs = AgentLegs.of(asterisk);
        Sipp _ = Sipp.agent(asterisk, agentPort, Duration.ofMillis(500))) {
      call(asterisk, caller, WARM_UP + CARDS, CARD_CALLS_PER_SECOND);
      Map<AgentLegs.Leg, Instant> born = legs.born();
      List<Double> millis = cards.millisSince(born, WARM_UP);
      line.against("cards", millis.size(), "calls", born.size() - WARM_UP);
      line.measured("card_p50_ms", percentile(millis, 50), "ms");
      line.measured("card_p95_ms", percentile(millis, 95), "ms");
      line.measured("card_p99_ms", percentile(millis, 99), "ms");
    }
  }

  /** {@code memory_mb}: the resident memory when each of these calls is on record, and over. */
  private void memory(TestAsterisk asterisk, GatewayProcess gateway, Database database)
      throws IOException {
    int before = callsOver(database);
    Sipp.Caller caller = Sipp.Caller.staying(Duration.ofMillis(500));
    call(asterisk, caller, MEMORY_CALLS, MEMORY_CALLS_PER_SECOND);
    PhoneKit.await(
        "each call is on record",
        Duration.ofMinutes(1),
        () -> callsOver(database) >= before + MEMORY_CALLS);
    line.measured("memory_mb", gateway.residentMegabytes(), "MB");
  }

  private static int callsOver(Database database) {
    return database.with(handle ->
        handle
            .createQuery("SELECT count(*) FROM call WHERE outcome IS NOT NULL")
            .mapTo(Integer.class)
            .one());
  }

  private static void call(TestAsterisk asterisk, Sipp.Caller caller, int calls, int perSecond) {
    try (Sipp callers = Sipp.call(asterisk, caller, calls, perSecond)) {
      if (!callers.endsWithin(Duration.ofMinutes(4))) {
        throw new IllegalStateException("the callers did not end: " + callers.said());
      }
    }
  }

  private static double percentile(List<Double> sorted, int percent) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    int index = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
  }
}
