package org.hotline115.callflow.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What supervisors decide, in a real PostgreSQL, and what the exchange is told of it. */
class LineIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final AgentId SOPHIE = new AgentId("sophie");
  private static final AgentId CLAIRE = new AgentId("claire");

  /** A Thursday at 10:00 in Paris. */
  private static final Instant MORNING = Instant.parse("2026-11-26T09:00:00Z");

  private final Map<String, String> exchange = new HashMap<>();
  private final List<String> moved = new ArrayList<>();
  private boolean exchangeAway;
  private Instant now = MORNING;
  private Database database;
  private LineFeature lines;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    database = TestServers.database();
    lines = gateway();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private LineFeature gateway() {
    return new LineFeature(
        new LineFeature.Ground(database, new JdbcAuditTrail(database), () -> now, PARIS),
        List.of(
            plan("public", LineKind.PUBLIC_115, List.of()),
            plan("professional", LineKind.PROFESSIONAL, List.of("mon-fri 08:00-18:00"))),
        (name, line, value) -> {
          if (!exchangeAway) {
            exchange.put(name + "_" + line, value);
          }
          return !exchangeAway;
        },
        new LineFeature.Messages(folder, Duration.ofDays(30)));
  }

  private static LinePlan plan(String code, LineKind kind, List<String> rules) {
    return new LinePlan(
        new Line(code, kind, code, Set.of(), List.of("0465710115"), code),
        HoursText.read(rules, Holidays.FRANCE),
        kind == LineKind.PROFESSIONAL,
        kind == LineKind.PUBLIC_115 ? 30 : null,
        Duration.ofSeconds(20));
  }

  private LineResult decide(LineAct.Kind kind, @Nullable Instant until) {
    return decide(UUID.randomUUID(), "professional", kind, until, null);
  }

  private LineResult decide(
      UUID id, String line, LineAct.Kind kind, @Nullable Instant until, @Nullable Integer cap) {
    return lines
        .decideLine()
        .run(
            new DecideLine.Wish(new LineActId(id), line, kind, until, cap, "réunion d'équipe"),
            SOPHIE);
  }

  private boolean open() {
    return lines.readLines().of("professional").orElseThrow().open();
  }

  private void hours(int hour) {
    now = MORNING.plus(Duration.ofHours(hour - 10L));
  }

  @Test
  void theHoursDecideWhileNobodyElseDoes() {
    assertThat(open()).isTrue();
    hours(18);
    assertThat(open()).isFalse();
  }

  @Test
  void aLineThatIsClosedUntilAnHourOpensByItself() {
    assertThat(decide(LineAct.Kind.CLOSED, MORNING.plus(Duration.ofHours(2))))
        .isInstanceOf(LineResult.Decided.class);

    assertThat(open()).isFalse();
    assertThat(exchange)
        .containsEntry("LINE_CLOSED_FROM_professional", "" + MORNING.getEpochSecond())
        .containsEntry("LINE_CLOSED_UNTIL_professional", "" + (MORNING.getEpochSecond() + 7_200));
    hours(12);
    assertThat(open()).isTrue();
  }

  @Test
  void closedUntilAfterItsHoursItStaysClosedUntilItOpensNext() {
    decide(LineAct.Kind.CLOSED, MORNING.plus(Duration.ofHours(9)));

    assertThat(lines.readLines().of("professional").orElseThrow().nextClosure())
        .contains(new OpeningHours.Closure(MORNING, Instant.parse("2026-11-27T07:00:00Z")));
  }

  @Test
  void openedByHandItStaysOpenAfterItsHoursUntilThen() {
    hours(19);
    decide(LineAct.Kind.OPENED, now.plus(Duration.ofHours(2)));

    assertThat(open()).isTrue();
    hours(21);
    assertThat(open()).isFalse();
  }

  @Test
  void givenBackToItsHoursItObeysThem() {
    decide(LineAct.Kind.CLOSED, null);
    assertThat(open()).isFalse();

    now = now.plusSeconds(1);
    decide(LineAct.Kind.BY_HOURS, null);

    assertThat(open()).isTrue();
    assertThat(lines.readLines().of("professional").orElseThrow().decided()).isNull();
  }

  @Test
  void thePublicLineNeverCloses() {
    assertThat(decide(UUID.randomUUID(), "public", LineAct.Kind.CLOSED, null, null))
        .isEqualTo(new LineResult.NeverCloses());
    assertThat(lines.newestActs(10)).isEmpty();
  }

  @Test
  void theSameDecisionTwiceIsOneAndAnotherUnderItsIdIsRefused() {
    UUID id = UUID.randomUUID();
    decide(id, "professional", LineAct.Kind.CAP_MOVED, null, 40);
    decide(id, "professional", LineAct.Kind.CAP_MOVED, null, 40);

    assertThat(decide(id, "professional", LineAct.Kind.CAP_MOVED, null, 10))
        .isEqualTo(new LineResult.OtherAct());
    assertThat(lines.readLines().of("professional").orElseThrow().cap()).isEqualTo(40);
    assertThat(exchange).containsEntry("LINE_CAP_professional", "40");
    assertThat(lines.newestActs(10)).singleElement().extracting(LineAct::by).isEqualTo(SOPHIE);
    assertThat(audited("LINE_CAP_MOVED")).isEqualTo(1);
  }

  @Test
  void aLineHasTheCapOfTheSettingsUntilASupervisorMovesItAndItIsSeenWhoDid() {
    lines.mirrorLines().run();
    assertThat(exchange)
        .containsEntry("LINE_CAP_public", "30")
        .containsEntry("LINE_CAP_professional", "-1");
    assertThat(lines.readLines().of("public").orElseThrow().capMoved()).isNull();

    decide(UUID.randomUUID(), "public", LineAct.Kind.CAP_MOVED, null, 60);

    LineStatus moved = lines.readLines().of("public").orElseThrow();
    assertThat(moved.cap()).isEqualTo(60);
    assertThat(moved.capMoved()).extracting(LineAct::by, LineAct::at).containsExactly(SOPHIE, now);
    assertThat(exchange).containsEntry("LINE_CAP_public", "60");
  }

  @Test
  void anotherGatewayLearnsWhatWasDecidedHere() {
    decide(LineAct.Kind.CLOSED, null);
    exchange.clear();

    LineFeature other = gateway();
    other.mirrorLines().run();

    assertThat(other.readLines().of("professional").orElseThrow().open()).isFalse();
    assertThat(exchange).containsKey("LINE_CLOSED_UNTIL_professional");
  }

  @Test
  void theExchangeIsToldAgainWhenItWasAway() {
    exchangeAway = true;
    decide(LineAct.Kind.CLOSED, null);
    assertThat(exchange).isEmpty();

    exchangeAway = false;
    lines.mirrorLines().run();
    assertThat(exchange).containsKey("LINE_CLOSED_UNTIL_professional");
    exchange.clear();
    lines.mirrorLines().run();
    assertThat(exchange).isEmpty();
    lines.mirrorLines().forget();
    lines.mirrorLines().run();
    assertThat(exchange).containsKey("LINE_CLOSED_UNTIL_professional");
  }

  @Test
  void aCallIsPutFirstWithAReasonThatStays() {
    PutCallFirst putFirst = lines.putCallFirst(call -> moved.add(call));
    LineActId id = new LineActId(UUID.randomUUID());

    LineResult result = putFirst.run(id, "public", "hotline1-1.7", "femme enceinte dehors", SOPHIE);

    assertThat(result).isInstanceOf(LineResult.Decided.class);
    assertThat(moved).containsExactly("hotline1-1.7");
    assertThat(lines.newestActs(1))
        .singleElement()
        .extracting(LineAct::callId, LineAct::reason)
        .containsExactly("hotline1-1.7", "femme enceinte dehors");
    assertThat(lines.putFirst("hotline1-1.7"))
        .get()
        .extracting(LineAct::by, LineAct::reason)
        .containsExactly(SOPHIE, "femme enceinte dehors");
    assertThat(lines.putFirst("hotline1-1.8")).isEmpty();
  }

  @Test
  void aCallThatTheExchangeDidNotMoveIsOnRecordAndNobodysReason() {
    LineActId id = new LineActId(UUID.randomUUID());

    assertThat(lines.putCallFirst(_ -> false).run(id, "public", "hotline1-1.9", "seule", SOPHIE))
        .isEqualTo(new LineResult.NotMoved());

    assertThat(audited("LINE_CALL_PUT_FIRST")).isEqualTo(1);
    assertThat(lines.putFirst("hotline1-1.9")).isEmpty();
    assertThat(lines.newestActs(1)).isEmpty();
    assertThat(lines.putCallFirst(_ -> true).run(id, "public", "hotline1-1.9", "seule", SOPHIE))
        .as("asked again, it waits by now")
        .isInstanceOf(LineResult.Decided.class);
    assertThat(lines.putFirst("hotline1-1.9")).isPresent();
  }

  private long audited(String action) {
    return database.with(handle ->
        handle
            .createQuery("SELECT count(*) FROM audit_event WHERE action = :action")
            .bind("action", action)
            .mapTo(Long.class)
            .one());
  }

  private Path message(String name, int seconds, Duration age) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, new byte[44 + seconds * 16_000]);
    Files.setLastModifiedTime(file, FileTime.from(now.minus(age)));
    return file;
  }

  @Test
  void aMessageIsFoundHeardAndDealtWithOnce() throws IOException {
    message("professional_hotline1-1795.3.wav", 12, Duration.ofMinutes(5));

    lines.collectVoicemails().run();
    lines.collectVoicemails().run();

    assertThat(lines.answerVoicemails().list())
        .singleElement()
        .extracting(Voicemail::callId, Voicemail::line, Voicemail::seconds)
        .containsExactly("hotline1-1795.3", "professional", 12);
    assertThat(lines.answerVoicemails().hear("hotline1-1795.3", CLAIRE)).isPresent();
    assertThat(audited("VOICEMAIL_HEARD")).isEqualTo(1);
    lines.answerVoicemails().done("hotline1-1795.3", CLAIRE);
    assertThat(lines.answerVoicemails().done("hotline1-1795.3", SOPHIE))
        .get()
        .extracting(Voicemail::doneBy)
        .isEqualTo(CLAIRE);
    assertThat(audited("VOICEMAIL_DONE")).isEqualTo(1);
  }

  @Test
  void whatIsStillSpokenOrHoldsNoWordOrHasAForeignNameIsNoMessage() throws IOException {
    message("professional_hotline1-2.1.wav", 9, Duration.ofSeconds(1));
    Path empty = message("professional_hotline1-2.2.wav", 1, Duration.ofMinutes(1));
    Path foreign = message("..professional_x y.wav", 9, Duration.ofMinutes(1));

    lines.collectVoicemails().run();

    assertThat(lines.answerVoicemails().list()).isEmpty();
    assertThat(empty).doesNotExist();
    assertThat(foreign).exists();
    assertThat(lines.answerVoicemails().hear("../../etc/passwd", CLAIRE)).isEmpty();
  }

  @Test
  void afterThirtyDaysItsSoundIsErasedAndItIsShownNoMore() throws IOException {
    Path file = message("professional_hotline1-3.1.wav", 5, Duration.ofMinutes(1));
    lines.collectVoicemails().run();

    now = now.plus(Duration.ofDays(31));
    lines.collectVoicemails().run();

    assertThat(file).doesNotExist();
    assertThat(lines.answerVoicemails().list()).isEmpty();
  }
}
