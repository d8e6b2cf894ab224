package org.hotline115.gateway.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.appointment.AppointmentFeature;
import org.hotline115.callflow.appointment.AppointmentId;
import org.hotline115.callflow.appointment.AppointmentResult;
import org.hotline115.callflow.appointment.BookAppointment;
import org.hotline115.callflow.appointment.DateRule;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.appointment.ReceptionKind;
import org.hotline115.callflow.appointment.ReminderRules;
import org.hotline115.callflow.appointment.Schedule;
import org.hotline115.callflow.appointment.ScheduleId;
import org.hotline115.callflow.caller.BlindIndex;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.message.DistressWords;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.message.Templates;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.Secret;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.Recipients;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;
import org.hotline115.gateway.sms.SignedForm;
import org.hotline115.gateway.sms.TwilioInbound;
import org.hotline115.gateway.sms.TwilioSettings;

/**
 * Reminders of a great many future appointments: how many are planned a second, how many are handed
 * to a provider that takes them at once and noted as sent, against a bare loop that claims rows by
 * {@code SKIP LOCKED} and marks each, how late the last of a hundred leaves, and how long a signed
 * webhook waits while thousands write.
 */
public final class MessagesBench {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final int FUTURE = Integer.getInteger("hotline.bench.appointments", 1_000_000);
  private static final int DUE = Integer.getInteger("hotline.bench.due", 20_000);
  private static final int SECONDS = Integer.getInteger("hotline.bench.seconds", 5);
  private static final int STORM_SECONDS = Integer.getInteger("hotline.bench.storm", 60);
  private static final int STORM_PER_SECOND = 5_000 / 60;
  private static final int GATEWAYS = 2;
  private static final int AT_ONCE = 16;
  private static final int TIMELY = 500;
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";
  private static final URI PUBLIC = URI.create("https://hotline.example");
  private static final String BODY = "Rappel: RDV jeu. 26/11 à 10h00, 5 av. Foch.";

  private final BenchLine line;
  private final Database database = TestServers.database();
  private final Cipher cipher = new Cipher(List.of("a secret of thirty-two characters."));
  private final Taker provider = new Taker();
  private final AtomicInteger numbers = new AtomicInteger();

  private MessagesBench(BenchLine line) {
    this.line = line;
  }

  /** Takes every text at once, and remembers when. */
  private static final class Taker implements SmsGateway {

    final AtomicInteger taken = new AtomicInteger();
    final ConcurrentLinkedQueue<Late> times = new ConcurrentLinkedQueue<>();

    record Late(UUID id, Instant at) {}

    @Override
    public String provider() {
      return "BENCH";
    }

    @Override
    public SendResult send(OutgoingText text) {
      times.add(new Late(text.id().value(), Instant.now()));
      taken.incrementAndGet();
      return new SendResult.Accepted("SM" + text.id());
    }

    @Override
    public FindResult find(OutgoingText text) {
      return new FindResult.Listed(List.of());
    }
  }

  public static void main(String[] arguments) throws Exception {
    MessagesBench bench = new MessagesBench(BenchLine.alone("messages", arguments));
    try {
      bench.run();
    } finally {
      bench.database.close();
    }
    System.exit(0); // the embedded PostgreSQL ends with the JVM
  }

  private void run() throws Exception {
    future();
    plan();
    handOut();
    beTimely();
    storm();
    System.gc();
    System.gc();
    line.measured(
        "memory_mb",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6,
        "MB");
  }

  /** Texts that wait for their day; nobody opens them, so their words are none. */
  private void future() {
    database.inTransaction(handle -> {
      handle.execute("SET LOCAL statement_timeout = 0");
      return handle.execute(
          """
          INSERT INTO message (message_id, cause, template, language, agent, recipient_key,
            sealed_number, sealed_body, segments, status, created_at, not_after, due_at,
            appointment_id, quiet_zone)
          SELECT gen_random_uuid(), 'FUTURE:' || i, 'APPT_REMINDER_48H', 'fr', 'service',
            lpad(to_hex(i), 64, '0'), '\\x00', '\\x00', 1, 'QUEUED', now(),
            now() + make_interval(days => 3 + i % 180), now() + make_interval(days => 1 + i % 180),
            gen_random_uuid(), 'Europe/Paris'
          FROM generate_series(1, ?) i
          """,
          FUTURE);
    });
    database.with(handle -> handle.execute("ANALYZE message"));
    line.measured("future_reminders", FUTURE, "");
  }

  /** Booking writes a confirmation and two reminders, with their audit rows, in one transaction. */
  private void plan() throws Exception {
    AppointmentFeature feature = appointments();
    Schedule schedule = schedule(feature);
    Instant first = LocalDate.now(PARIS).plusDays(20).atTime(8, 0).atZone(PARIS).toInstant();
    int[] booked = new int[GATEWAYS];
    long started = System.nanoTime();
    long end = started + SECONDS * 1_000_000_000L;
    inParallel(
        GATEWAYS,
        gateway -> {
          while (System.nanoTime() < end) {
            Instant startsAt = first.plus(Duration.ofDays(numbers.incrementAndGet() % 300));
            if (feature.bookAppointment().run(wish(schedule, startsAt), new AgentId("claire"))
                instanceof AppointmentResult.Noted) {
              booked[gateway]++;
            }
          }
        });
    int all = booked[0] + booked[1];
    if (all == 0) {
      throw new IllegalStateException("nobody was booked");
    }
    line.measured("planned_per_s", 2.0 * all * 1e9 / (System.nanoTime() - started), "1/s");
    database.with(handle -> handle.execute("DELETE FROM message WHERE due_at <= now()"));
  }

  private BookAppointment.Wish wish(Schedule schedule, Instant startsAt) {
    Recipient person =
        new Recipient(
            new CallerKey("%064x".formatted(numbers.get())), new PhoneNumber("+33639981278"));
    return new BookAppointment.Wish(
        new AppointmentId(UUID.randomUUID()),
        schedule.scheduleId(),
        startsAt,
        null,
        "",
        new Reach(person, true, Discretion.NORMAL, "fr"));
  }

  private AppointmentFeature appointments() {
    return new AppointmentFeature(
        new AppointmentFeature.Ground(
            database,
            cipher,
            new JdbcAuditTrail(database),
            InstantSource.system(),
            PARIS,
            new SimpleMeterRegistry()),
        new AppointmentFeature.Texts(messages(), ReminderRules.DEFAULT, "04 65 71 00 00", true));
  }

  private Schedule schedule(AppointmentFeature feature) {
    database.with(handle ->
        handle.execute(
            "INSERT INTO site VALUES ('bench', 'O', 'Site', 'Montpellier', '34172', '1 rue', false, '')"));
    Schedule schedule =
        new Schedule(
            new ScheduleId(UUID.randomUUID()),
            "bench",
            "premier accueil",
            ReceptionKind.APPOINTMENT,
            new DateRule("FREQ=DAILY"),
            LocalDate.now(PARIS),
            null,
            Set.of(),
            null,
            LocalTime.of(8, 0),
            LocalTime.NOON,
            30,
            Schedule.CAPACITY_MAX,
            List.of("fr"),
            PARIS);
    feature.keepSchedules().begin(schedule, new AgentId("nadia"));
    return schedule;
  }

  private MessageFeature messages() {
    Path config = Path.of(Files.isDirectory(Path.of("config/texts")) ? "config" : "../config");
    return new MessageFeature(
        new MessageFeature.Ground(
            database, cipher, InstantSource.system(), new SimpleMeterRegistry()),
        new MessageFeature.Settings(
            Templates.read(config.resolve("texts")),
            DistressWords.read(config.resolve("distress.txt")),
            "04 65 71 00 00",
            PARIS,
            AllowedHours.DEFAULT),
        provider);
  }

  /** The same rows by ours, and by a loop that does nothing but claim and mark. */
  private void handOut() throws Exception {
    due(DUE / 10, Duration.ZERO);
    ours(); // warm
    due(DUE / 10, Duration.ZERO);
    bare();
    double best = 0;
    due(DUE, Duration.ZERO);
    double ours = ours();
    for (int round = 0; round < 2; round++) {
      due(DUE, Duration.ZERO);
      best = Math.max(best, bare());
      due(DUE, Duration.ZERO);
      ours = Math.max(ours, ours());
    }
    line.against("handout_per_s", ours, "1/s", best);
  }

  private double ours() throws Exception {
    int before = provider.taken.get();
    List<MessageFeature> gateways = List.of(messages(), messages());
    long started = System.nanoTime();
    inParallel(
        GATEWAYS,
        gateway -> {
          while (gateways.get(gateway).work()) {
            // until nothing is due
          }
        });
    double perSecond = (provider.taken.get() - before) * 1e9 / (System.nanoTime() - started);
    long left = count("SELECT count(*) FROM message WHERE status = 'SENDING' OR due_at <= now()");
    if (left > 0) {
      throw new IllegalStateException(left + " texts were left");
    }
    return perSecond;
  }

  private double bare() throws Exception {
    AtomicInteger marked = new AtomicInteger();
    long started = System.nanoTime();
    inParallel(
        GATEWAYS,
        gateway -> {
          for (List<UUID> claimed = claim(); !claimed.isEmpty(); claimed = claim()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
              claimed.forEach(id -> threads.execute(() -> marked.addAndGet(mark(id))));
            }
          }
        });
    return marked.get() * 1e9 / (System.nanoTime() - started);
  }

  private List<UUID> claim() {
    return database.with(handle ->
        handle
            .createQuery(
                """
                WITH due AS (
                  SELECT message_id FROM message WHERE status = 'QUEUED' AND due_at <= :now
                  ORDER BY due_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                UPDATE message SET status = 'SENDING', due_at = :lease FROM due
                WHERE message.message_id = due.message_id RETURNING message.message_id
                """)
            .bind("now", Instant.now())
            .bind("limit", AT_ONCE)
            .bind("lease", Instant.now().plusSeconds(60))
            .mapTo(UUID.class)
            .list());
  }

  private int mark(UUID id) {
    return database.with(handle ->
        handle
            .createUpdate(
                "UPDATE message SET status = 'SENT', provider_id = :sid, sent_at = :at, due_at = NULL"
                    + " WHERE message_id = :id AND status = 'SENDING'")
            .bind("sid", "SM" + id)
            .bind("at", Instant.now())
            .bind("id", id)
            .execute());
  }

  /** Texts with real seals, due {@code within} this time from now on, evenly. */
  private Map<UUID, Instant> due(int many, Duration within) {
    Map<UUID, Instant> times = new HashMap<>();
    Instant now = Instant.now();
    database.inTransaction(handle -> {
      var batch =
          handle.prepareBatch(
              """
              INSERT INTO message (message_id, cause, template, language, agent, recipient_key,
                sealed_number, sealed_body, segments, status, created_at, not_after, due_at)
              VALUES (:id, 'DUE:' || :id, 'APPT_REMINDER_48H', 'fr', 'service', :key, :number,
                :body, 1, 'QUEUED', :now, :notAfter, :due)
              """);
      for (int each = 0; each < many; each++) {
        UUID id = UUID.randomUUID();
        Instant due = now.plusMillis(within.toMillis() * each / many);
        times.put(id, due);
        batch
            .bind("id", id)
            .bind("key", "%064x".formatted(numbers.incrementAndGet()))
            .bind("number", cipher.encrypt("+33639981278", "message.sealed_number " + id))
            .bind("body", cipher.encrypt(BODY, "message.sealed_body " + id))
            .bind("now", now)
            .bind("notAfter", now.plus(Duration.ofHours(2)))
            .bind("due", due)
            .add();
      }
      return batch.execute().length;
    });
    return times;
  }

  private void beTimely() throws Exception {
    Duration within = Duration.ofSeconds(2L * SECONDS);
    Map<UUID, Instant> due;
    try (MessageFeature one = messages();
        MessageFeature two = messages()) {
      one.start();
      two.start();
      provider.times.clear();
      int before = provider.taken.get();
      due = due(TIMELY, within);
      await("all have left", () -> provider.taken.get() >= before + TIMELY);
    }
    line.measured(
        "due_to_sent_p99_ms",
        p99(
            provider.times.stream()
                .map(late -> Duration.between(due.get(late.id()), late.at()).toNanos() / 1e6)
                .toList()),
        "ms");
  }

  private long count(String sql) {
    return database.with(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private void storm() throws Exception {
    Vertx vertx = Vertx.vertx();
    UseCases useCases = new UseCases(vertx, 256, new SimpleMeterRegistry());
    try (MessageFeature feature = messages();
        HttpClient http = HttpClient.newHttpClient()) {
      feature.start();
      Router router = Router.router(vertx);
      new TwilioInbound(
              useCases,
              feature.receiveText(),
              Recipients.of(
                  new Callers(
                      new PhoneNumbers("FR"),
                      new BlindIndex(new Secret("a secret of thirty-two characters, index"), 1),
                      cipher)),
              feature.refusedWebhooks(),
              new TwilioSettings(
                  new GatewayConfig.Twilio(ACCOUNT, new Secret(TOKEN), "+33937000000", "", ""),
                  PUBLIC),
              new SimpleMeterRegistry())
          .accept(router);
      HttpServer server =
          vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await();
      line.measured("webhook_p99_ms", p99(writeAll(http, server.actualPort())), "ms");
    } finally {
      useCases.close();
      vertx.close().await();
    }
  }

  /** One of ten comes from the same number. */
  private List<Double> writeAll(HttpClient http, int port) throws Exception {
    ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    AtomicInteger refused = new AtomicInteger();
    int all = STORM_PER_SECOND * STORM_SECONDS;
    long started = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int each = 0; each < all; each++) {
        long at = started + each * 1_000_000_000L / STORM_PER_SECOND;
        Thread.sleep(Duration.ofNanos(Math.max(0, at - System.nanoTime())));
        HttpRequest request = request(port, each);
        threads.execute(() -> {
          long sent = System.nanoTime();
          if (status(http, request) == 204) {
            millis.add((System.nanoTime() - sent) / 1e6);
          } else {
            refused.incrementAndGet();
          }
        });
      }
    }
    if (refused.get() > 0) {
      throw new IllegalStateException(refused + " texts were not thanked");
    }
    return List.copyOf(millis);
  }

  private static int status(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (java.io.IOException broken) {
      return 0;
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private static HttpRequest request(int port, int number) {
    String path = "/webhooks/twilio/inbound";
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "AccountSid",
                ACCOUNT,
                "MessageSid",
                "SM%032x".formatted(number),
                "From",
                "+3363998%04d".formatted(number % 10 == 0 ? 0 : number),
                "To",
                "+33937000000",
                "Body",
                "bonjour"));
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("X-Twilio-Signature", SignedForm.sign(PUBLIC + path, form, TOKEN))
        .POST(HttpRequest.BodyPublishers.ofString(SignedForm.body(form)))
        .build();
  }

  private static double p99(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
  }

  private interface Work {
    void run(int number) throws Exception;
  }

  private static void inParallel(int many, Work work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int each = 0; each < many; each++) {
        int number = each;
        all.add(
            threads.submit(() -> {
              work.run(number);
              return null;
            }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private static void await(String what, BooleanSupplier isTrue) throws InterruptedException {
    long end = System.nanoTime() + 120_000_000_000L;
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it did not come true that " + what);
      }
      Thread.sleep(20);
    }
  }
}
