package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.SessionLimits;
import org.hotline115.callflow.board.BoardFeature;
import org.hotline115.callflow.board.BoardLight;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.notice.NoticeFeature;
import org.hotline115.callflow.notice.NoticeId;
import org.hotline115.callflow.notice.NoticeResult;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.search.SearchFeature;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.RedisServer;
import org.hotline115.callflow.store.TestRedis;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.Coordination;
import org.hotline115.gateway.DemoSites;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the board says is heard by who must wait, on a real Asterisk, a real board and records. */
class NoticeJourney {

  private static final AgentId SOPHIE = new AgentId("sophie");
  private static final AgentId CLAIRE = new AgentId("claire");
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Duration MENU = Duration.ofSeconds(60);
  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final Caller SPANISH = Caller.staying(Duration.ofSeconds(120)).pressing("5");

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static TestRedis redisProcess;
  private static RedisServer redis;
  private static BoardFeature board;
  private static NoticeFeature notices;
  private static PhoneFeature phone;
  private static Path said;

  @BeforeAll
  static void start() throws IOException {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT)))
            .start();
    said = asterisk.folder().resolve("log/said.log");
    asterisk.cli("logger", "add", "channel", said.toString(), "verbose(5)");
    database = TestServers.database();
    redisProcess = TestServers.redis();
    redis = redisProcess.connect();
    board =
        new BoardFeature(
            new BoardFeature.Ground(
                database,
                redis,
                new Departement("34"),
                PARIS,
                InstantSource.system(),
                new SimpleMeterRegistry(),
                PlaceBoard.HoldTimes.DEFAULT));
    InstantSource clock = InstantSource.system();
    Coordination coordination =
        new Coordination(
            new Coordination.Ground(database, new Departement("34"), clock, PARIS, List.of()),
            new AccessFeature(database, SessionLimits.SHIFT, clock),
            board);
    new DemoSites(coordination, board, clock).load(Path.of("../config/demo"));
    board.start();
    await("the board is up", MENU, () -> board.readBoard().light() == BoardLight.UP);
    board
        .readBoard()
        .view(Household.ANYBODY)
        .groups()
        .forEach(group -> free(group.placeGroupId(), 0));
    notices =
        new NoticeFeature(
            new NoticeFeature.Ground(
                database, new JdbcAuditTrail(database), InstantSource.system(), PARIS),
            board.readBoard(),
            new SearchFeature(
                    new SearchFeature.Ground(
                        database, Communes.NONE, InstantSource.system(), PARIS),
                    board)
                .searchPlaces());
    phone = PhoneKit.feature(asterisk, database, folder.resolve("state"));
    phone.menus().announce(notices.readNotices()::said);
    PhoneKit.up(phone);
  }

  @AfterAll
  static void stop() {
    phone.close();
    board.close();
    redis.close();
    redisProcess.close();
    asterisk.close();
    database.close();
  }

  @BeforeEach
  void whatWasSaidBeforeIsForgotten() throws IOException {
    Files.writeString(said, "");
  }

  @AfterEach
  void everybodyGoesHome() {
    asterisk.cli("channel", "request", "hangup", "all");
    await("no call is left", MENU, () -> phone.calls().live().isEmpty());
    phone.signOff().signOff(CLAIRE);
  }

  private static void free(PlaceGroupId group, int places) {
    board.setFreePlaces().run(group, places, "le soir", UpdateSource.WEB);
  }

  private static Instant inTwoHours() {
    return Instant.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(2));
  }

  private static int waiting() {
    return phone.liveQueues().view("public").waiting();
  }

  private static String read() {
    try {
      return Files.readString(said).replace(" (escape_digits=0123456789*#) (sample_offset 0)", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As Asterisk writes down what it plays. */
  private static String played(String prompt) {
    return "hotline/" + prompt + ".slin' (language 'es')";
  }

  private static void approve(Instant until) {
    assertThat(
            notices
                .approveNotice()
                .run(new NoticeId(UUID.randomUUID()), Audience.WOMEN, until, SOPHIE))
        .isInstanceOf(NoticeResult.Said.class);
  }

  @Test
  void whoMustWaitHearsItInHisLanguageUntilAPlaceIsFree() {
    Instant until = inTwoHours();
    approve(until);

    try (Sipp _ = Sipp.call(asterisk, SPANISH)) {
      await("she waits", MENU, () -> waiting() == 1);
      assertThat(read())
          .containsSubsequence(
              played("p04_data"),
              played("p47_nothing_women.1"),
              played("number/" + until.atZone(PARIS).getHour()),
              played("p47_nothing_women.2"),
              played("p73_stay_or_leave"));

      free(new PlaceGroupId("lilas-femmes"), 1);
      await("the board has the place", MENU, () -> notices.readNotices().said().isEmpty());
      try (Sipp _ = Sipp.call(asterisk, SPANISH.from("0465710071"))) {
        await("another waits", MENU, () -> waiting() == 2);
      }
      assertThat(read()).containsOnlyOnce(played("p47_nothing_women.1"));
    } finally {
      free(new PlaceGroupId("lilas-femmes"), 0);
      notices.endNotice().run();
    }
  }

  @Test
  void whoseAgentIsFreeIsNotKeptFromHer() {
    endAll();
    approve(inTwoHours());
    PhoneKit.ready(phone, CLAIRE);

    try (Sipp agent = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
        Sipp _ = Sipp.call(asterisk, SPANISH)) {
      await("they speak", MENU, () -> phone.liveQueues().view("public").agentsTalking() == 1);

      assertThat(read()).contains(played("p04_data")).doesNotContain("_nothing_women");
      assertThat(agent.running()).isTrue();
    } finally {
      endAll();
    }
  }

  private static void endAll() {
    notices.readNotices().newest(10).stream()
        .filter(notice -> notice.endedAt() == null)
        .forEach(notice -> notices.endNotice().run(notice.noticeId(), SOPHIE));
  }

  @Test
  void theDangerKeyCutsTheAnnouncement() {
    endAll();
    approve(inTwoHours());

    // 0 skips the menu; danger follows when the announcement has begun.
    try (Sipp _ = Sipp.keys(asterisk, SPANISH, "1500:0 3000:1")) {
      await("the rescue is rung", MENU, () -> read().contains("hotline/p13_transfer"));
      assertThat(read())
          .contains("hotline/p47_nothing_women.1.slin' (language 'fr')")
          .doesNotContain("p73_stay_or_leave");
    } finally {
      endAll();
    }
  }
}
