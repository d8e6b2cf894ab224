package org.hotline115.callflow.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.shelter.ShelterHouse.FAMILY;
import static org.hotline115.callflow.shelter.ShelterHouse.NADIA;
import static org.hotline115.callflow.shelter.ShelterHouse.ORB;
import static org.hotline115.callflow.shelter.ShelterHouse.WOMEN;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.shelter.LineAnswer.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doors without an account: a link for one evening, a key for software. */
class ShelterDoorsIT {

  private final ShelterHouse house = new ShelterHouse();

  @AfterEach
  void close() {
    house.close();
  }

  private ShelterToken link() {
    String address = house.shelters.links().make("site-lilas", NADIA).orElseThrow().address();
    assertThat(address).startsWith("https://115.example.fr/libre/");
    return ShelterToken.parse(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
  }

  private LinkResult save(ShelterToken token, UUID id, PlaceGroupId group, int free) {
    return house.shelters.links().save(token, id, group, free);
  }

  @Test
  void lookingChangesNothingHoweverOften() {
    ShelterToken token = link();
    for (int i = 0; i < 20; i++) {
      house.shelters.links().look(token);
    }

    LinkResult open = house.shelters.links().look(token);

    assertThat(open)
        .isInstanceOfSatisfying(
            LinkResult.Open.class,
            shown ->
                assertThat(shown.groups())
                    .extracting(SiteFigure::placeGroupId)
                    .containsExactlyInAnyOrder(FAMILY, WOMEN));
    assertThat(house.group(FAMILY).updatedAt()).isNull();
  }

  @Test
  void aFigureIsSavedOnceAlsoWhenTheAnswerWasLost() {
    ShelterToken token = link();
    UUID id = UUID.randomUUID();
    save(token, id, FAMILY, 3);
    house.tell(FAMILY, 1); // somebody else said a newer one

    LinkResult again = save(token, id, FAMILY, 3);

    assertThat(again).isInstanceOf(LinkResult.Open.class);
    assertThat(house.free(FAMILY)).isEqualTo(1);
    assertThat(save(token, id, FAMILY, 2)).isEqualTo(new LinkResult.OtherTelling());
  }

  @Test
  void itEndsWhenEveryGroupWasSaidAndCorrectedOnce() {
    ShelterToken token = link();
    UUID last = UUID.randomUUID();
    for (int i = 0; i < 3; i++) {
      save(token, UUID.randomUUID(), WOMEN, i);
    }
    save(token, last, FAMILY, 2);

    assertThat(save(token, UUID.randomUUID(), FAMILY, 1)).isEqualTo(new LinkResult.Used());
    assertThat(house.shelters.links().look(token)).isEqualTo(new LinkResult.Used());
    assertThat(save(token, last, FAMILY, 2)).as("asked again").isInstanceOf(LinkResult.Open.class);
    assertThat(house.free(FAMILY)).isEqualTo(2);
    assertThat(house.group(FAMILY).source()).isEqualTo(UpdateSource.LINK);
  }

  @Test
  void aRefusedFigureUsesNothingUp() {
    ShelterToken token = link();
    for (int i = 0; i < 10; i++) {
      assertThat(save(token, UUID.randomUUID(), FAMILY, 40)).isEqualTo(new LinkResult.TooMany(4));
    }

    assertThat(save(token, UUID.randomUUID(), FAMILY, 4)).isInstanceOf(LinkResult.Open.class);
  }

  @Test
  void anExpiredAForgedAndAForeignOneOpenNothing() {
    ShelterToken token = link();
    LinkResult foreign = save(token, UUID.randomUUID(), ORB, 1);
    LinkResult forged =
        save(ShelterToken.parse("A".repeat(22)).orElseThrow(), UUID.randomUUID(), FAMILY, 1);
    house.clock.tick(Duration.ofHours(12));

    assertThat(foreign).isEqualTo(new LinkResult.NoSuchGroup());
    assertThat(forged).isEqualTo(new LinkResult.NoSuchLink());
    assertThat(house.shelters.links().look(token)).isEqualTo(new LinkResult.Expired());
    assertThat(save(token, UUID.randomUUID(), FAMILY, 1)).isEqualTo(new LinkResult.Expired());
    assertThat(house.group(FAMILY).updatedAt()).isNull();
    assertThat(house.group(ORB).updatedAt()).isNull();
  }

  @Test
  void onlyTheHashOfALinkAndOfAKeyIsKept() {
    ShelterToken token = link();
    SiteKeys.Made key = house.shelters.keys().make("site-lilas", "SI Lilas", NADIA).orElseThrow();

    String rows =
        house
            .database
            .<List<String>>with(handle ->
                handle
                    .createQuery("SELECT l::text || k::text FROM site_link l, site_key k")
                    .mapTo(String.class)
                    .list())
            .toString();
    assertThat(rows).doesNotContain(token.value()).doesNotContain(key.token().value());
    assertThat(token + " " + key).doesNotContain(token.value(), key.token().value());
  }

  @Test
  void everyLineOfAListIsAnsweredByItself() {
    SiteKey key = key();
    UUID list = UUID.randomUUID();
    List<FigureLine> lines =
        List.of(
            FigureLine.of(1, "lilas-famille", 3),
            FigureLine.of(2, "orb", 3),
            FigureLine.of(3, "nowhere", 3),
            FigureLine.malformed(4, "lilas-femmes", "free"),
            FigureLine.of(5, "lilas-famille", 1),
            FigureLine.of(6, "lilas-femmes", 13));

    List<LineAnswer> answers = house.shelters.tellByList().run(key, list, lines);

    assertThat(answers)
        .extracting(LineAnswer::outcome)
        .containsExactly(
            Outcome.NOTED,
            Outcome.NO_SUCH_GROUP,
            Outcome.NO_SUCH_GROUP,
            Outcome.MALFORMED,
            Outcome.GROUP_TWICE,
            Outcome.TOO_MANY);
    assertThat(house.free(FAMILY)).isEqualTo(3);
    assertThat(house.group(FAMILY).updatedBy()).isEqualTo("SI Lilas");
    assertThat(house.group(ORB).updatedAt()).isNull();
  }

  @Test
  void aListSentAgainTellsNothingTwice() {
    SiteKey key = key();
    UUID list = UUID.randomUUID();
    house.shelters.tellByList().run(key, list, List.of(FigureLine.of(1, "lilas-famille", 3)));
    house.tell(FAMILY, 0);

    LineAnswer again =
        house
            .shelters
            .tellByList()
            .run(key, list, List.of(FigureLine.of(1, "lilas-famille", 3)))
            .getFirst();
    LineAnswer other =
        house
            .shelters
            .tellByList()
            .run(key, list, List.of(FigureLine.of(1, "lilas-famille", 2)))
            .getFirst();

    assertThat(again.outcome()).isEqualTo(Outcome.NOTED);
    assertThat(again.free()).as("what stands there now").isZero();
    assertThat(other.outcome()).isEqualTo(Outcome.OTHER_TELLING);
    assertThat(house.free(FAMILY)).isZero();
  }

  @Test
  void whileTheRecordsAreAwayTheRestIsAnsweredAtOnce() {
    SiteKey key = key();
    house.database.close();
    long began = System.nanoTime();

    List<LineAnswer> answers =
        house
            .shelters
            .tellByList()
            .run(
                key,
                UUID.randomUUID(),
                List.of(FigureLine.of(1, "lilas-famille", 3), FigureLine.of(2, "lilas-femmes", 3)));

    assertThat(answers).extracting(LineAnswer::outcome).containsOnly(Outcome.RECORDS_DOWN);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
  }

  private SiteKey key() {
    SiteKeys.Made made = house.shelters.keys().make("site-lilas", "SI Lilas", NADIA).orElseThrow();
    return house.shelters.keys().check(made.token()).orElseThrow();
  }

  @Test
  void aRevokedKeyIsWorthNothing() {
    SiteKeys keys = house.shelters.keys();
    SiteKeys.Made made = keys.make("site-lilas", "SI Lilas", NADIA).orElseThrow();
    boolean foreign = keys.revoke("site-orb", made.keyId(), NADIA);

    boolean own = keys.revoke("site-lilas", made.keyId(), NADIA);

    assertThat(foreign).isFalse();
    assertThat(own).isTrue();
    assertThat(keys.check(made.token())).isEqualTo(Optional.empty());
    assertThat(keys.of("site-lilas"))
        .singleElement()
        .satisfies(key -> assertThat(key.revokedAt()).isNotNull());
    assertThat(keys.make("nowhere", "x", NADIA)).isEmpty();
  }
}
