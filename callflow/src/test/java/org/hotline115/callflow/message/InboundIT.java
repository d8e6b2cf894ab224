package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people write to us: once each, in order, none lost, none believed to be something else. */
class InboundIT {

  private static final Recipient LILAS =
      new Recipient(new CallerKey("ab".repeat(32)), new PhoneNumber("+33465710010"));
  private static final Recipient OTHER =
      new Recipient(new CallerKey("cd".repeat(32)), new PhoneNumber("+33465710011"));

  private final TickingClock clock = new TickingClock();
  private final Database database = TestServers.database();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ScriptedHandler figures = new ScriptedHandler("FIGURES", "3", "4");
  private final MessageFeature feature = feature();

  /** Takes the words it knows, and fails as it is told to. */
  private static final class ScriptedHandler implements TakeInbound {

    private final String name;
    private final List<String> knows;
    private final List<String> taken = new ArrayList<>();
    private RuntimeException failure;

    ScriptedHandler(String name, String... knows) {
      this.name = name;
      this.knows = List.of(knows);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Taking take(InboundText text) {
      if (failure != null) {
        throw failure;
      }
      if (!knows.contains(text.body())) {
        return Taking.NOT_MINE;
      }
      taken.add(text.body());
      return Taking.TAKEN;
    }
  }

  private MessageFeature feature() {
    MessageFeature made =
        new MessageFeature(
            new MessageFeature.Ground(
                database, new Cipher(List.of("a secret of thirty-two characters.")), clock, meters),
            new MessageFeature.Settings(
                Templates.read(Path.of("../config/texts")),
                DistressWords.read(Path.of("../config/distress.txt")),
                "04 65 71 00 00",
                ZoneId.of("Europe/Paris"),
                AllowedHours.DEFAULT),
            new ScriptedSms());
    made.read(figures);
    return made;
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static String sid(int number) {
    return "SM%032x".formatted(number);
  }

  private void readAll() {
    while (feature.readOne()) {
      clock.tick(Duration.ofMillis(1));
    }
  }

  private String status(String sid) {
    return database.with(handle ->
        handle
            .createQuery(
                "SELECT status || coalesce(' ' || taken_by, '') FROM inbound_text"
                    + " WHERE provider_id = :sid")
            .bind("sid", sid)
            .mapTo(String.class)
            .one());
  }

  @Test
  void aTextIsReadOnceHoweverOftenItIsTold() {
    ReceiveResult first = feature.receiveText().run(sid(1), LILAS, "3");
    ReceiveResult again = feature.receiveText().run(sid(1), LILAS, "4");
    readAll();
    feature.receiveText().run(sid(1), LILAS, "3");
    readAll();

    assertThat(first).isEqualTo(ReceiveResult.NOTED);
    assertThat(again).isEqualTo(ReceiveResult.KNOWN);
    assertThat(figures.taken).containsExactly("3");
    assertThat(status(sid(1))).isEqualTo("TAKEN FIGURES");
  }

  @Test
  void theyAreReadInTheOrderInWhichTheyCame() {
    ScriptedHandler second = new ScriptedHandler("SECOND", "3", "x");
    feature.read(second);
    int number = 9; // falling: the time of arrival counts, not the id
    for (String body : List.of("3", "4", "x", "3")) {
      feature.receiveText().run(sid(number--), LILAS, body);
      clock.tick(Duration.ofMillis(5));
    }

    readAll();

    assertThat(figures.taken).containsExactly("3", "4", "3");
    assertThat(second.taken).as("asked only for what the first left").containsExactly("x");
  }

  @Test
  void whatNobodyTakesIsKeptSealedAndWhoCanBeAnsweredHearsHowToReachUs() {
    feature.receiveText().run(sid(1), OTHER, "il me frappe");
    feature.receiveText().run(sid(2), null, "BANQUE: cliquez ici");

    readAll();

    assertThat(List.of(status(sid(1)), status(sid(2)))).containsOnly("KEPT");
    assertThat(
            database.<List<String>>with(handle ->
                handle.createQuery("SELECT template FROM message").mapTo(String.class).list()))
        .containsExactly("AUTO_REPLY");
    assertThat(feature.textAlerts().open()).hasSize(1);
    assertThat(
            database
                .<List<Map<String, Object>>>with(
                    handle -> handle.createQuery("SELECT * FROM inbound_text").mapToMap().list())
                .toString())
        .doesNotContain("frappe", "465710011");
  }

  @Test
  void aStormOfOneNumberIsBoundedAndItsNeighbourIsHeard() {
    List<ReceiveResult> storm =
        IntStream.range(0, 500)
            .mapToObj(i -> feature.receiveText().run(sid(i), LILAS, "3"))
            .toList();
    ReceiveResult neighbour = feature.receiveText().run(sid(1_000), OTHER, "4");
    clock.tick(JdbcInbound.STORM_WINDOW.plusSeconds(1));
    ReceiveResult later = feature.receiveText().run(sid(1_001), LILAS, "4");

    assertThat(storm.stream().filter(ReceiveResult.NOTED::equals)).hasSize(JdbcInbound.STORM_MAX);
    assertThat(storm).endsWith(ReceiveResult.STORM);
    assertThat(neighbour).isEqualTo(ReceiveResult.NOTED);
    assertThat(later).isEqualTo(ReceiveResult.NOTED);
    assertThat(
            meters.get("callflow_message_inbound_total").tag("outcome", "STORM").counter().count())
        .isEqualTo(500 - JdbcInbound.STORM_MAX);
  }

  @Test
  void aHandlerThatFailsIsAskedAgainAFewTimesAndItsNeighboursGoOn() {
    figures.failure = new IllegalStateException("a bug");
    feature.receiveText().run(sid(1), LILAS, "3");
    feature.readOne();
    figures.failure = null;
    feature.receiveText().run(sid(2), LILAS, "4");
    feature.readOne();
    List<String> meanwhile = List.copyOf(figures.taken);
    clock.tick(ReadInbound.AGAIN_AFTER);
    readAll();

    assertThat(meanwhile).containsExactly("4");
    assertThat(figures.taken).containsExactly("4", "3");
  }

  @Test
  void aHandlerThatAlwaysFailsEndsVisiblyFailed() {
    figures.failure = new IllegalStateException("a bug");
    feature.receiveText().run(sid(1), LILAS, "3");

    for (int i = 0; i < ReadInbound.TRIES_MAX + 2; i++) {
      feature.readOne();
      clock.tick(ReadInbound.AGAIN_AFTER);
    }

    assertThat(status(sid(1))).isEqualTo("FAILED");
  }

  @Test
  void aGatewayThatDiedWhileReadingLosesNothing() {
    feature.receiveText().run(sid(1), LILAS, "3");
    figures.failure = new RecordsAway("in the middle", null);
    assertThatThrownBy(feature::readOne).isInstanceOf(RecordsAway.class);
    figures.failure = null;

    boolean beforeItsLeaseEnds = feature.readOne();
    clock.tick(ReadInbound.LEASE);
    readAll();

    assertThat(beforeItsLeaseEnds).isFalse();
    assertThat(figures.taken).containsExactly("3");
  }

  @Test
  void whatCannotBeWrittenDownIsNotThanked() {
    database.close();

    assertThatThrownBy(() -> feature.receiveText().run(sid(1), LILAS, "3"))
        .isInstanceOf(RecordsAway.class);
  }

  @Test
  void oneCauseHasOneServiceTextAndWhoWantsNoneGetsNone() {
    ServiceText text =
        new ServiceText(
            "TEST:1",
            TemplateCode.PARTNER_BEDS_FIRST,
            "fr",
            LILAS,
            Map.of("site", "CHU Les Lilas"),
            clock.instant().plus(Duration.ofHours(1)));
    feature.serviceTexts().put(text);
    feature.serviceTexts().put(text);
    database.with(handle ->
        handle.execute("INSERT INTO sms_opt_out VALUES (?, now(), 'PROVIDER')", OTHER.key().hex()));

    ServiceTextResult refused =
        feature
            .serviceTexts()
            .put(
                new ServiceText(
                    "TEST:2", text.template(), "fr", OTHER, text.values(), text.notAfter()));

    assertThat(refused).isEqualTo(ServiceTextResult.OPTED_OUT);
    assertThat(
            database.<List<String>>with(handle ->
                handle
                    .createQuery("SELECT status FROM message ORDER BY cause")
                    .mapTo(String.class)
                    .list()))
        .containsExactly("QUEUED", "SUPPRESSED_OPT_OUT");
  }
}
