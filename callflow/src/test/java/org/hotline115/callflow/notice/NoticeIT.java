package org.hotline115.callflow.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.intake.Announcement;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers are told of the board, in a real PostgreSQL, with a board that a test holds. */
class NoticeIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final AgentId SOPHIE = new AgentId("sophie");
  private static final AgentId ADMIN = new AgentId("admin");

  /** 10:20 in Paris; in winter 14:00 there is 13:00 UTC. */
  private static final Instant MORNING = Instant.parse("2026-11-27T09:20:00Z");

  private static final Instant TWO_O_CLOCK = Instant.parse("2026-11-27T13:00:00Z");
  private static final Announcement STAY = new Announcement.Plain(Prompt.P73_STAY_OR_LEAVE);
  private static final Announcement NO_MEN = new Announcement.Until(Prompt.P46_NOTHING_MEN, 14);

  private final Set<HouseholdType> fitting = new HashSet<>();
  private boolean boardUp = true;
  private Instant now = MORNING;
  private Database database;
  private NoticeFeature notices;

  @BeforeEach
  void start() {
    database = TestServers.database();
    notices = gateway();
  }

  @AfterEach
  void stop() {
    database.close();
  }

  private NoticeFeature gateway() {
    return new NoticeFeature(
        new NoticeFeature.Ground(database, new JdbcAuditTrail(database), () -> now, PARIS),
        new BoardSays(() -> boardUp, household -> fitting.contains(household.householdType())));
  }

  private NoticeResult approve(Audience audience) {
    return approve(new NoticeId(UUID.randomUUID()), audience, TWO_O_CLOCK);
  }

  private NoticeResult approve(NoticeId id, Audience audience, Instant until) {
    return notices.approveNotice().run(id, audience, until, SOPHIE);
  }

  private static Notice said(NoticeResult result) {
    assertThat(result).isInstanceOf(NoticeResult.Said.class);
    return ((NoticeResult.Said) result).notice();
  }

  private Notice newest() {
    return notices.readNotices().newest(1).getFirst();
  }

  private long audited(String action) {
    return database.with(handle ->
        handle
            .createQuery("SELECT count(*) FROM audit_event WHERE action = :action")
            .bind("action", action)
            .mapTo(Long.class)
            .one());
  }

  @Test
  void theBoardProposesWhatItLacksAndOnlyWhatASupervisorApprovedIsSaid() {
    fitting.addAll(Set.of(HouseholdType.WOMAN_ALONE, HouseholdType.WOMAN_WITH_CHILD));

    assertThat(notices.readNotices().proposed()).containsExactly(Audience.COUPLES, Audience.MEN);
    assertThat(notices.readNotices().said()).isEmpty();

    Notice men = said(approve(Audience.MEN));

    assertThat(men.approvedBy()).isEqualTo(SOPHIE);
    assertThat(notices.readNotices().said()).containsExactly(NO_MEN, STAY);
    assertThat(notices.readNotices().proposed()).containsExactly(Audience.COUPLES);
    assertThat(audited("NOTICE_APPROVED")).isEqualTo(1);
  }

  @Test
  void aPlaceThatComesFreeSilencesItAtOnceAndEndsItForGood() {
    said(approve(Audience.MEN));

    fitting.add(HouseholdType.MAN_ALONE);
    assertThat(notices.readNotices().said()).isEmpty();

    notices.endNotice().run();
    fitting.clear();

    assertThat(notices.readNotices().said()).isEmpty();
    assertThat(newest().ending()).isEqualTo(Notice.Ending.PLACE_FREE);
    assertThat(newest().endedBy()).isNull();
    assertThat(audited("NOTICE_ENDED")).isEqualTo(1);
    said(approve(Audience.MEN));
  }

  @Test
  void itEndsAtItsHourAlsoWhenNobodyLooks() {
    said(approve(Audience.MEN));

    now = TWO_O_CLOCK.minusMillis(1);
    assertThat(notices.readNotices().said()).containsExactly(NO_MEN, STAY);
    now = TWO_O_CLOCK;
    assertThat(notices.readNotices().said()).isEmpty();

    notices.endNotice().run();
    assertThat(newest().ending()).isEqualTo(Notice.Ending.AT_ITS_HOUR);
  }

  @Test
  void theHourSaidIsThatOfTheClockOnTheWallInTheClockNight() {
    now = Instant.parse("2026-10-25T00:30:00Z");

    said(approve(new NoticeId(UUID.randomUUID()), Audience.MEN, now.plus(Duration.ofMinutes(90))));

    assertThat(notices.readNotices().said())
        .first()
        .isEqualTo(new Announcement.Until(Prompt.P46_NOTHING_MEN, 3));
  }

  @Test
  void whileTheBoardIsDownNothingIsSaidProposedApprovedOrEnded() {
    said(approve(Audience.MEN));

    boardUp = false;
    fitting.add(HouseholdType.MAN_ALONE);
    notices.endNotice().run();

    assertThat(notices.readNotices().said()).isEmpty();
    assertThat(notices.readNotices().proposed()).isEmpty();
    assertThat(approve(Audience.WOMEN)).isInstanceOf(NoticeResult.BoardDown.class);
    assertThat(newest().endedAt()).isNull();
  }

  @Test
  void whatTheBoardDoesNotSayIsNotApproved() {
    fitting.add(HouseholdType.MAN_WITH_CHILD);

    assertThat(approve(Audience.FAMILIES)).isEqualTo(new NoticeResult.NotTrue(Audience.FAMILIES));
    assertThat(notices.readNotices().newest(9)).isEmpty();
  }

  @Test
  void theSameApprovalTwiceIsOneAndItsIdServesNoOther() {
    NoticeId id = new NoticeId(UUID.randomUUID());
    Notice first = said(approve(id, Audience.MEN, TWO_O_CLOCK));

    assertThat(said(approve(id, Audience.MEN, TWO_O_CLOCK))).isEqualTo(first);
    assertThat(approve(id, Audience.WOMEN, TWO_O_CLOCK))
        .isInstanceOf(NoticeResult.OtherNotice.class);
    assertThat(approve(Audience.MEN)).isInstanceOf(NoticeResult.AlreadySaid.class);
    assertThat(audited("NOTICE_APPROVED")).isEqualTo(1);
  }

  @Test
  void nobodyListensToMoreThanTwoAlsoWhenManyApproveAtOnce() throws Exception {
    List<Callable<NoticeResult>> all = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      all.add(() -> approve(audience));
    }
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<NoticeResult> results = new ArrayList<>();
      for (var answer : people.invokeAll(all)) {
        results.add(answer.get());
      }

      assertThat(results).filteredOn(NoticeResult.Said.class::isInstance).hasSize(2);
      assertThat(results).filteredOn(NoticeResult.TooMany.class::isInstance).hasSize(2);
    }
    assertThat(notices.readNotices().said()).hasSize(3).endsWith(STAY);
  }

  @Test
  void whoEndsItFirstStaysAndAnotherGatewayHearsOfIt() {
    NoticeFeature other = gateway();
    Notice men = said(approve(Audience.MEN));
    other.endNotice().run();
    assertThat(other.readNotices().said()).containsExactly(NO_MEN, STAY);

    notices.endNotice().run(men.noticeId(), SOPHIE);
    NoticeResult again = other.endNotice().run(men.noticeId(), ADMIN);

    assertThat(((NoticeResult.Ended) again).notice().endedBy()).isEqualTo(SOPHIE);
    assertThat(other.readNotices().said()).isEmpty();
    assertThat(notices.endNotice().run(new NoticeId(UUID.randomUUID()), SOPHIE))
        .isInstanceOf(NoticeResult.NoSuchNotice.class);
    assertThat(audited("NOTICE_ENDED")).isEqualTo(1);
  }
}
