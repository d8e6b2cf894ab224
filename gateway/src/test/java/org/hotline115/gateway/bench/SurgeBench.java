package org.hotline115.gateway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.Account;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.call.CallOutcome;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.asterisk.AgentLegs;
import org.hotline115.gateway.asterisk.PhoneKit;
import org.hotline115.gateway.asterisk.QueueWatch;
import org.hotline115.gateway.asterisk.Sipp;
import org.hotline115.gateway.asterisk.TestAsterisk;

/**
 * Ten times the ordinary: hundreds wait, and new calls keep coming as fast as agents answer. Every
 * caller has a number of his own; some hang up while they wait, some in the menu. At the end each
 * call must have exactly one outcome, and nobody may have been hung up before a human answered.
 */
public final class SurgeBench {

  private static final String PASSWORD = "correct horse battery";
  private static final Duration TALK = Duration.ofSeconds(4);

  /** Ringing, talk and what follows, as measured: so that about as many go as come. */
  private static final double SECONDS_OF_A_CALL = 7.5;

  private static final int FILL_PER_MINUTE = 480;
  private static final Duration IMPATIENT = Duration.ofSeconds(20);
  private static final Duration PATIENT = Duration.ofMinutes(40);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  /** Of a hundred callers so many hang up while they wait, and so many in the menu. */
  private static final int IMPATIENT_PERCENT = 10;

  private static final int MENU_PERCENT = 5;

  /** How much, and for how long. */
  record Size(int waiting, int perMinute, Duration lasts) {

    static Size of(List<String> arguments) {
      return new Size(
          number(arguments, "--waiting", 300),
          number(arguments, "--per-minute", 120),
          Duration.ofMinutes(number(arguments, "--minutes", 10)));
    }

    private static int number(List<String> arguments, String name, int otherwise) {
      int at = arguments.indexOf(name);
      return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
    }

    /** Who calls meanwhile: the first of them wait until they are answered. */
    List<Sipp.Crowd> crowds() {
      return List.of(
          crowd(100 - IMPATIENT_PERCENT - MENU_PERCENT, PATIENT, 2_000),
          crowd(IMPATIENT_PERCENT, IMPATIENT, 6_000),
          crowd(MENU_PERCENT, Sipp.Crowd.IN_THE_MENU, 8_000));
    }

    private Sipp.Crowd crowd(int percent, Duration patience, int firstNumber) {
      int minute = Math.max(1, perMinute * percent / 100);
      int calls = Math.max(1, (int) (minute * lasts.toSeconds() / 60));
      return new Sipp.Crowd(calls, minute, patience, firstNumber);
    }

    int agents() {
      return 2
          + (int) Math.ceil(perMinute / 60.0 * (100 - IMPATIENT_PERCENT) / 100 * SECONDS_OF_A_CALL);
    }
  }

  private final BenchLine line;
  private final Size size;
  private final Path folder = Files.createTempDirectory("hotline-bench");
  private final int agentPort = TestAsterisk.freeUdpPort();
  private final List<TestAsterisk.Station> stations = new ArrayList<>();
  private final CardWatch cards = new CardWatch();
  private int positions;
  private int positionsWrong;
  private int waitingMost;

  SurgeBench(BenchLine line, Size size) throws IOException {
    this.line = line;
    this.size = size;
    for (int i = 1; i <= size.agents(); i++) {
      stations.add(TestAsterisk.Station.at("agent" + i, agentPort));
    }
  }

  public static void main(String[] arguments) throws Exception {
    new SurgeBench(BenchLine.alone("surge", arguments), Size.of(List.of(arguments))).run();
    System.exit(0); // the embedded PostgreSQL ends with the JVM
  }

  void run() throws Exception {
    Database.Settings records = TestServers.emptyDatabase();
    try (TestAsterisk asterisk =
            TestAsterisk.render(
                    folder.resolve("asterisk"),
                    TestAsterisk.freePort(),
                    stations,
                    TestAsterisk.freeUdpPort(),
                    Map.of("HOTLINE_RTP_PORTS", "10000-13999"))
                .start();
        Database database = new Database(records);
        TestRedis redis = TestServers.redis()) {
      database.migrate();
      hire(database);
      GatewayProcess.Servers servers =
          new GatewayProcess.Servers(asterisk, stations, records, redis.settings());
      try (GatewayProcess gateway = GatewayProcess.start(servers, folder.resolve("gateway"));
          QueueWatch queue = QueueWatch.of(asterisk);
          AgentLegs legs = AgentLegs.of(asterisk)) {
        surge(new Parts(asterisk, gateway, database, queue, legs));
      }
    }
  }

  private record Parts(
      TestAsterisk asterisk,
      GatewayProcess gateway,
      Database database,
      QueueWatch queue,
      AgentLegs legs) {}

  private void hire(Database database) {
    AccessFeature access = new AccessFeature(database, SessionLimits.SHIFT, InstantSource.system());
    for (TestAsterisk.Station station : stations) {
      account(access, station.name(), Role.LISTENER);
    }
    account(access, "sophie", Role.SUPERVISOR);
  }

  private static void account(AccessFeature access, String name, Role role) {
    AgentId agent = new AgentId(name);
    access.createAccount().create(new Account(agent, name, role), PASSWORD, agent);
  }

  private void surge(Parts parts) throws Exception {
    AgentDesk supervisor = AgentDesk.watching("sophie", PASSWORD, parts.gateway().base(), cards);
    List<AgentDesk> desks = new ArrayList<>(List.of(supervisor));
    List<Sipp> crowds = new ArrayList<>();
    Sipp.Crowd first = new Sipp.Crowd(size.waiting(), FILL_PER_MINUTE, PATIENT, 0);
    try (Sipp phones = Sipp.agent(parts.asterisk(), agentPort, TALK)) {
      crowds.add(Sipp.crowd(parts.asterisk(), first));
      PhoneKit.await(
          "all of them wait",
          Duration.ofMinutes(5),
          () -> waiting(parts.queue()).size() >= size.waiting());
      full(parts, supervisor);
      for (TestAsterisk.Station station : stations) {
        desks.add(AgentDesk.open(station.name(), PASSWORD, parts.gateway().base(), cards));
      }
      for (Sipp.Crowd crowd : size.crowds()) {
        crowds.add(Sipp.crowd(parts.asterisk(), crowd));
      }
      callsKeepComing(parts, supervisor, phones, crowds);
      for (Sipp crowd : crowds) {
        if (!crowd.endsWithin(Duration.ofMinutes(20))) {
          throw new IllegalStateException("callers still wait: " + crowd.said());
        }
      }
      outcomes(parts, crowds, List.of(first, size.crowds().getFirst()));
    } finally {
      crowds.forEach(Sipp::close);
      desks.forEach(AgentDesk::close);
    }
  }

  /** Everybody waits, nobody is answered. */
  private void full(Parts parts, AgentDesk supervisor) throws IOException, InterruptedException {
    line.against("waiting", waiting(parts.queue()).size(), "calls", size.waiting());
    line.measured("gateway_memory_mb", parts.gateway().residentMegabytes(), "MB");
    line.measured("asterisk_memory_mb", Share.residentMegabytes(parts.asterisk().process()), "MB");
    PhoneKit.await(
        "the supervisor sees all who wait",
        Duration.ofSeconds(30),
        () -> shown(supervisor).size() == size.waiting());
    look(parts, supervisor);
  }

  private void callsKeepComing(Parts parts, AgentDesk supervisor, Sipp phones, List<Sipp> crowds)
      throws Exception {
    List<ProcessHandle> callers = new ArrayList<>(List.of(phones.process()));
    crowds.forEach(crowd -> callers.add(crowd.process()));
    Share sipp = new Share(callers);
    Share asterisk = new Share(List.of(parts.asterisk().process()));
    Share gateway = new Share(List.of(parts.gateway().process()));
    double[] before = cpuSeconds(asterisk, sipp, gateway, parts);
    Outcomes outcomes = new Outcomes(parts.database());
    IntSupplier answered = () -> outcomes.byOutcome().getOrDefault(CallOutcome.ANSWERED, 0);
    int answeredBefore = answered.getAsInt();
    long started = System.nanoTime();
    long end = started + size.lasts().toNanos();
    double[] now = before;
    while (System.nanoTime() < end) {
      Thread.sleep(LOOK_EVERY);
      now = cpuSeconds(asterisk, sipp, gateway, parts);
      look(parts, supervisor);
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    line.against(
        "answered_per_s",
        (answered.getAsInt() - answeredBefore) / seconds,
        "1/s",
        size.perMinute() / 60.0);
    line.measured("asterisk_cores", (now[0] - before[0]) / seconds, "cores");
    line.measured("sipp_cores", (now[1] - before[1]) / seconds, "cores");
    double asteriskCores = (now[0] - before[0]) / seconds;
    double gatewayCores = (now[2] - before[2]) / seconds;
    double compilerCores = (now[3] - before[3]) / seconds;
    line.against("gateway_cores", gatewayCores, "cores", asteriskCores);
    line.measured("gateway_compiler_cores", compilerCores, "cores");
    line.against(
        "gateway_cores_once_compiled", gatewayCores - compilerCores, "cores", asteriskCores);
  }

  private static double[] cpuSeconds(Share asterisk, Share sipp, Share gateway, Parts parts)
      throws IOException {
    return new double[] {
      asterisk.cpuSeconds(),
      sipp.cpuSeconds(),
      gateway.cpuSeconds(),
      Share.compilerSeconds(parts.gateway().process())
    };
  }

  /** Compares what Asterisk says to callers with what a supervisor sees, for those in both. */
  private void look(Parts parts, AgentDesk supervisor) {
    List<String> theirs = waiting(parts.queue());
    Map<String, Instant> ours = shown(supervisor);
    waitingMost = Math.max(waitingMost, theirs.size());
    Instant last = Instant.MIN;
    for (String call : theirs) {
      Instant rank = ours.get(call);
      if (rank != null) {
        positions++;
        // Asterisk's order is by whole seconds
        positionsWrong += rank.getEpochSecond() < last.getEpochSecond() ? 1 : 0;
        last = rank;
      }
    }
  }

  private static List<String> waiting(QueueWatch queue) {
    try {
      return queue.waiting("public");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Instant> shown(AgentDesk supervisor) {
    Map<String, Instant> ranks = new HashMap<>();
    for (JsonNode call : supervisor.read("/api/calls/waiting")) {
      ranks.put(call.path("callId").asText(), Instant.parse(call.path("rankAt").asText()));
    }
    return ranks;
  }

  /** {@code patient}: those who never hang up by themselves. */
  private void outcomes(Parts parts, List<Sipp> crowds, List<Sipp.Crowd> patient) throws Exception {
    Outcomes outcomes = new Outcomes(parts.database());
    int rang = crowds.stream().mapToInt(crowd -> crowd.count("TotalCallCreated")).sum();
    PhoneKit.await(
        "each call has its outcome", Duration.ofMinutes(2), () -> outcomes.over() >= rang);
    line.against("received", outcomes.received(), "calls", rang);
    line.against(
        "not_offered_and_offered",
        outcomes.notOffered() + outcomes.offered(),
        "calls",
        outcomes.received());
    outcomes
        .byOutcome()
        .forEach((outcome, calls) ->
            line.measured("outcome_" + outcome.name().toLowerCase(Locale.ROOT), calls, "calls"));
    line.against(
        "callers_dropped", patient.stream().mapToInt(outcomes::notAnswered).sum(), "calls", 0);
    line.against(
        "sip_failures",
        crowds.stream().mapToInt(crowd -> crowd.count("FailedCall(C)")).sum(),
        "calls",
        0);
    line.measured("waiting_most", waitingMost, "calls");
    line.measured("positions_compared", positions, "");
    line.against("positions_wrong", positionsWrong, "", 0);
    line.against("events_lost", lost(parts.gateway()), "", 0);
    toScreen(parts.legs().born());
  }

  private static double lost(GatewayProcess gateway) throws IOException, InterruptedException {
    double lost = 0;
    for (String counter :
        List.of(
            "gateway_ami_events_lost",
            "callflow_call_facts_lost",
            "gateway_call_lanes_refused",
            "gateway_call_lanes_failed",
            "gateway_menu_refused",
            "gateway_ami_actions_refused")) {
      lost += gateway.counter(counter);
    }
    return lost;
  }

  private void toScreen(Map<AgentLegs.Leg, Instant> born) {
    double[] millis =
        cards.millisSince(born, 0).stream().mapToDouble(Double::doubleValue).toArray();
    line.against("cards", millis.length, "calls", born.size());
    Sampled sampled = new Sampled(0, millis);
    line.measured("card_p50_ms", sampled.p50(), "ms");
    line.measured("card_p99_ms", sampled.p99(), "ms");
  }
}
