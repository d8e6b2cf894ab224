package org.hotline115.callflow.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.shelter.ShelterHouse.FAMILY;
import static org.hotline115.callflow.shelter.ShelterHouse.ORB;
import static org.hotline115.callflow.shelter.ShelterHouse.WOMEN;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.message.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shelters are asked by their own way, answer by text, and whoever did not answer is seen. */
class AskingIT {

  private static final Duration ROUND = AskingHours.DEFAULT.every();
  private static final Duration UNANSWERED =
      AskingHours.DEFAULT.answerWithin().plus(Duration.ofSeconds(1));

  private ShelterHouse house = new ShelterHouse();
  private final Recipient lilas = house.number("+33465710010");
  private final Recipient orb = house.number("+33465710016");

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void everyShelterIsAskedByItsOwnWay() {
    house.asks("site-lilas", AskBy.SMS, lilas);

    List<String> texts = house.ask();

    assertThat(texts)
        .containsExactly(
            "SIAO: Site lilas, Places lilas-famille, places libres ce soir? Répondez par un"
                + " chiffre (ex: 3), ou 0 si c'est complet.");
    assertThat(house.stale(FAMILY).askedBy()).isEqualTo(AskBy.SMS);
    assertThat(house.stale(ORB).askedBy()).as("a person calls").isEqualTo(AskBy.PERSON);
    assertThat(house.stale(ORB).timesAsked()).isEqualTo(1);
  }

  @Test
  void anAnswerIsOnTheBoardSaidBackAndTheNextGroupIsAsked() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.ask();

    List<String> answer = house.writes(lilas, "Trois lits, merci");
    List<String> next = house.ask();

    assertThat(house.free(FAMILY)).isEqualTo(3);
    assertThat(house.group(FAMILY).source()).isEqualTo(UpdateSource.SMS);
    assertThat(house.group(FAMILY).updatedBy()).isEqualTo("Site lilas");
    assertThat(answer)
        .containsExactly(
            "SIAO: noté à 18h42. Site lilas, Places lilas-famille: 3 libre(s). Une erreur?"
                + " Renvoyez le bon chiffre. Merci.");
    assertThat(next).singleElement().asString().contains("Places lilas-femmes");
    assertThat(house.shelters.readFreshness().run().stale())
        .extracting(StaleGroup::placeGroupId)
        .doesNotContain(FAMILY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3 ou 4", "oui", "", "je vous rappelle", "3 hommes et 1 femme", "👍"})
  void whatIsNotSureIsAskedAgainAndTheBoardStays(String body) {
    house.tell(FAMILY, 2);
    house.clock.tick(Duration.ofHours(3));
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.tell(WOMEN, 1);
    house.clock.tick(Duration.ofMinutes(70));
    house.ask();

    List<String> answer = house.writes(lilas, body);

    assertThat(answer).singleElement().asString().contains("pas compris", "Rien n'est changé");
    assertThat(house.free(FAMILY)).isEqualTo(2);
    assertThat(house.group(FAMILY).source()).isEqualTo(UpdateSource.WEB);
  }

  @Test
  void moreThanThereIsChangesNothingAndSaysHowManyThereAre() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.ask();

    List<String> answer = house.writes(lilas, "40");
    house.writes(lilas, "4");

    assertThat(answer).singleElement().asString().contains("4 places ouvertes");
    assertThat(house.free(FAMILY)).isEqualTo(4);
  }

  @Test
  void aCorrectionCountsAndAFigureWithoutAQuestionDoesNot() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    List<String> unasked = house.writes(lilas, "2");
    house.ask();
    house.writes(lilas, "3");

    house.writes(lilas, "1");

    assertThat(unasked).singleElement().asString().contains("Nous ne lisons pas ce message");
    assertThat(house.free(FAMILY)).isEqualTo(1);
    assertThat(house.writes(house.number("+33465710099"), "3"))
        .as("a stranger is told how to reach a human, and moves nothing")
        .singleElement()
        .asString()
        .contains("Nous ne lisons pas ce message");
    assertThat(house.free(FAMILY)).isEqualTo(1);
  }

  @Test
  void stopEndsTheQuestionsByTextAndACoordinatorSeesIt() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.ask();

    List<String> answer = house.writes(lilas, "STOP");
    house.clock.tick(ROUND.plusMinutes(30));
    List<String> later = house.ask();

    assertThat(answer).singleElement().asString().contains("plus de question par SMS");
    assertThat(later).isEmpty();
    assertThat(house.stale(FAMILY).smsStoppedAt()).isNotNull();
    assertThat(house.stale(FAMILY).askedBy()).isEqualTo(AskBy.PERSON);
    assertThat(house.asks("site-lilas", AskBy.SMS, null))
        .as("the coordinator agreed it anew")
        .isInstanceOfSatisfying(
            ChannelResult.Changed.class,
            changed -> assertThat(changed.channel().smsStoppedAt()).isNull());
  }

  @Test
  void aGroupIsAskedOnceARoundAlsoByTwoGatewaysAtOnce() throws InterruptedException {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.asks("site-orb", AskBy.LINK, orb);
    ShelterFeature second = house.secondGateway();
    CountDownLatch both = new CountDownLatch(1);
    List<Thread> gateways =
        Stream.of(house.shelters, second, house.shelters, second)
            .map(gateway ->
                Thread.startVirtualThread(() -> {
                  try {
                    both.await();
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                  gateway.askShelters().run();
                }))
            .toList();
    both.countDown();
    for (Thread gateway : gateways) {
      gateway.join();
    }

    assertThat(house.leaves()).hasSize(2);
    assertThat(house.ask()).isEmpty();
    house.clock.tick(ROUND.plusMinutes(30));
    assertThat(house.ask()).as("the next round").hasSize(2);
  }

  @Test
  void whoDoesNotAnswerIsSeenAndTheOtherGroupIsAsked() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.ask();
    List<String> atOnce = house.ask();

    house.clock.tick(UNANSWERED);
    List<String> later = house.ask();

    assertThat(atOnce).isEmpty();
    assertThat(later).singleElement().asString().contains("Places lilas-femmes");
    assertThat(house.stale(FAMILY).textStatus()).isEqualTo("SENT");
    assertThat(house.stale(FAMILY).toldAt()).isNull();
    Freshness freshness = house.shelters.readFreshness().run();
    assertThat(freshness.groups()).isEqualTo(3);
    assertThat(freshness.fresh()).isZero();
  }

  @Test
  void whatWasToldByAnyMeansClosesTheQuestion() {
    house.asks("site-orb", AskBy.SMS, orb);
    house.ask();

    house.clock.tick(Duration.ofMinutes(1));
    house.tell(ORB, 5);
    house.ask();

    assertThat(
            house.database.<String>with(handle ->
                handle
                    .createQuery("SELECT status FROM shelter_asking WHERE place_group_id = 'orb'")
                    .mapTo(String.class)
                    .one()))
        .isEqualTo("ANSWERED");
    assertThat(house.shelters.readFreshness().run().fresh()).isEqualTo(1);
  }

  @Test
  void atNightOnlyWhoWishesItIsAsked() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house
        .shelters
        .channels()
        .change("site-orb", new SiteChannels.Wish(AskBy.SMS, "en", orb, true), ShelterHouse.NADIA);
    house.clock.tick(Duration.ofHours(6)); // a quarter to one

    List<String> texts = house.ask();

    assertThat(texts).singleElement().asString().contains("free places tonight");
  }

  @Test
  void beforeTheFirstHourNobodyIsAsked() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.clock.tick(Duration.ofHours(-2)); // 16:42

    assertThat(house.ask()).isEmpty();
  }

  @Test
  void whereTextsCannotBeAnsweredALinkGoesOut() {
    house.close();
    house = new ShelterHouse(false);
    house.asks("site-lilas", AskBy.SMS, lilas);

    List<String> texts = house.ask();

    assertThat(texts)
        .singleElement()
        .asString()
        .matches(
            "SIAO: Site lilas, places libres ce soir\\? Ici: https://115.example.fr/libre/[\\w-]{22}");
    assertThat(house.stale(WOMEN).askedBy()).as("one link for both").isEqualTo(AskBy.LINK);
  }

  @Test
  void whoWantsNoTextsAtTheProviderIsCalledByAPerson() {
    house.asks("site-orb", AskBy.SMS, orb);
    house.database.with(handle ->
        handle.execute("INSERT INTO sms_opt_out VALUES (?, now(), 'PROVIDER')", orb.key().hex()));

    List<String> texts = house.ask();

    assertThat(texts).isEmpty();
    assertThat(house.stale(ORB).askedBy()).isEqualTo(AskBy.PERSON);
    assertThat(house.stale(ORB).smsStoppedAt()).isNotNull();
  }

  @Test
  void numbersAreSealedAndFoundByTheirKey() {
    house.asks("site-lilas", AskBy.SMS, lilas);
    house.ask();

    String rows =
        house
            .database
            .<List<String>>with(handle ->
                handle
                    .createQuery("SELECT c::text || a::text FROM site_channel c, shelter_asking a")
                    .mapTo(String.class)
                    .list())
            .toString();
    assertThat(rows).contains(lilas.key().hex()).doesNotContain("465710010");
  }
}
