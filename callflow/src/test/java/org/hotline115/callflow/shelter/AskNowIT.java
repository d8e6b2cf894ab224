package org.hotline115.callflow.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.shelter.ShelterHouse.FAMILY;
import static org.hotline115.callflow.shelter.ShelterHouse.NADIA;
import static org.hotline115.callflow.shelter.ShelterHouse.ORB;
import static org.hotline115.callflow.shelter.ShelterHouse.WOMEN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.place.PlaceGroupId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A coordinator with a family on the line asks a silent shelter at once. */
class AskNowIT {

  private final ShelterHouse house = new ShelterHouse();
  private final Recipient lilas = house.number("+33465710010");
  private final Recipient orb = house.number("+33465710016");

  @AfterEach
  void close() {
    house.close();
  }

  private AskNowResult askNow(PlaceGroupId group) {
    return house.shelters.askNow().run(UUID.randomUUID(), group, NADIA);
  }

  private int audited() {
    return house.database.with(handle ->
        handle
            .createQuery(
                "SELECT count(*) FROM audit_event WHERE action = 'SHELTER_ASKED' AND actor = 'nadia'")
            .mapTo(Integer.class)
            .one());
  }

  @Test
  void aShelterIsAskedByItsOwnWayAndItsAnswerCounts() {
    house.asks("site-lilas", AskBy.SMS, lilas);

    AskNowResult result = askNow(FAMILY);

    assertThat(result).isEqualTo(new AskNowResult.Asked(AskBy.SMS, house.clock.instant()));
    assertThat(house.leaves()).singleElement().asString().contains("Places lilas-famille");
    assertThat(house.stale(FAMILY).timesAsked()).isEqualTo(1);
    assertThat(audited()).isEqualTo(1);
    house.writes(lilas, "3");
    assertThat(house.free(FAMILY)).isEqualTo(3);
  }

  @Test
  void theSameClickAgainIsTheSameAnswerAndOneText() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    UUID click = UUID.randomUUID();
    AskNowResult first = house.shelters.askNow().run(click, FAMILY, NADIA);
    house.clock.tick(Duration.ofMinutes(1));

    AskNowResult again = house.shelters.askNow().run(click, FAMILY, NADIA);

    assertThat(again).isEqualTo(first);
    assertThat(house.leaves()).hasSize(1);
    assertThat(audited()).isEqualTo(1);
    assertThat(house.shelters.askNow().run(click, ORB, NADIA))
        .as("somebody calls there, whatever the id")
        .isInstanceOf(AskNowResult.SomebodyCalls.class);
    assertThat(house.shelters.askNow().run(click, WOMEN, NADIA))
        .isEqualTo(new AskNowResult.OtherAsking());
  }

  @Test
  void nobodyIsAskedTwiceWithinTenMinutesWhoeverAsked() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.ask();
    house.clock.tick(Duration.ofMinutes(9));

    assertThat(askNow(FAMILY)).isInstanceOf(AskNowResult.JustAsked.class);
    house.clock.tick(Duration.ofMinutes(2));
    assertThat(askNow(FAMILY)).isInstanceOf(AskNowResult.Asked.class);

    assertThat(house.leaves()).hasSize(1);
    assertThat(house.ask()).as("the round after it waits too").isEmpty();
    house.writes(lilas, "2");
    assertThat(house.free(FAMILY)).isEqualTo(2);
  }

  @Test
  void oneLinkAsksTheWholeHouse() {
    house.asks("site-lilas", AskBy.LINK, lilas);

    askNow(FAMILY);

    assertThat(house.leaves()).singleElement().asString().contains("/libre/");
    assertThat(askNow(WOMEN)).isInstanceOf(AskNowResult.JustAsked.class);
    assertThat(house.ask()).as("the service sends no second link").isEmpty();
  }

  @Test
  void aNumberAnswersOneQuestionAtATime() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    askNow(FAMILY);

    AskNowResult second = askNow(WOMEN);
    house.leaves();
    house.writes(lilas, "1");
    house.shelters.askShelters().run();
    house.leaves();

    assertThat(second).isEqualTo(new AskNowResult.OtherQuestionOpen());
    assertThat(house.stale(WOMEN).timesAsked()).as("asked after the answer").isEqualTo(1);
  }

  @Test
  void whomNoTextReachesIsCalledBySomebody() {
    house.asks("site-orb", AskBy.SMS, orb);
    house.database.with(handle ->
        handle.execute("INSERT INTO sms_opt_out VALUES (?, now(), 'PROVIDER')", orb.key().hex()));

    assertThat(askNow(FAMILY)).as("no number").isEqualTo(new AskNowResult.SomebodyCalls(null));
    assertThat(askNow(ORB)).as("opted out").isInstanceOf(AskNowResult.SomebodyCalls.class);

    assertThat(house.leaves()).isEmpty();
    assertThat(house.stale(ORB).smsStoppedAt()).isNotNull();
    assertThat(askNow(new PlaceGroupId("nowhere"))).isEqualTo(new AskNowResult.NoSuchGroup());
  }

  @Test
  void atNightOnlyWhoWishesItIsAsked() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house
        .shelters
        .channels()
        .change("site-orb", new SiteChannels.Wish(AskBy.SMS, "fr", orb, true), NADIA);
    house.clock.tick(Duration.ofHours(6)); // a quarter to one

    assertThat(askNow(FAMILY)).isEqualTo(new AskNowResult.NotAtNight());
    assertThat(askNow(ORB)).isInstanceOf(AskNowResult.Asked.class);
  }

  @Test
  void ofTwoCoordinatorsAndTheServiceOneAsks() throws InterruptedException {
    house.asks("site-lilas", AskBy.LINK, lilas);
    ShelterFeature second = house.secondGateway();
    CountDownLatch all = new CountDownLatch(1);
    List<AskNowResult> results = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads =
        Stream.<Runnable>of(
                () -> results.add(askNow(FAMILY)),
                () -> results.add(second.askNow().run(UUID.randomUUID(), WOMEN, NADIA)),
                () -> house.shelters.askShelters().run())
            .map(run ->
                Thread.ofVirtual()
                    .start(() -> {
                      try {
                        all.await();
                      } catch (InterruptedException e) {
                        throw new AssertionError(e);
                      }
                      run.run();
                    }))
            .toList();

    all.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(house.leaves()).hasSize(1);
    assertThat(results)
        .filteredOn(result -> result instanceof AskNowResult.Asked)
        .hasSizeLessThanOrEqualTo(1);
  }
}
