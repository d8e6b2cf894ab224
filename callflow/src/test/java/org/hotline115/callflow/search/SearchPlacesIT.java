package org.hotline115.callflow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.board.BoardHouse.PARIS;
import static org.hotline115.callflow.board.BoardHouse.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline115.callflow.board.BoardHouse;
import org.hotline115.callflow.board.Hold;
import org.hotline115.callflow.board.PlaceBoard;
import org.hotline115.callflow.board.Telling;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Access;
import org.hotline115.callflow.place.Admission;
import org.hotline115.callflow.place.Ages;
import org.hotline115.callflow.place.AllocationOwner;
import org.hotline115.callflow.place.Capacity;
import org.hotline115.callflow.place.Communes;
import org.hotline115.callflow.place.FitRules;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.GeoPoint;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.place.Opening;
import org.hotline115.callflow.place.PetsAllowed;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceSamples;
import org.hotline115.callflow.place.PlaceType;
import org.hotline115.callflow.place.PlaceUnit;
import org.hotline115.callflow.place.Reason;
import org.hotline115.callflow.place.Site;
import org.hotline115.callflow.place.SiteKind;
import org.hotline115.callflow.place.Terms;
import org.hotline115.callflow.place.Tonight;
import org.hotline115.callflow.place.Wishes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searching the real board, against the rules asked group by group. */
class SearchPlacesIT {

  private static final GeoPoint MONTPELLIER = new GeoPoint(43.6112, 3.8767);
  private static final GeoPoint LATTES = new GeoPoint(43.5675, 3.9046);

  @TempDir Path folder;

  private static Site site(String id, boolean secret, GeoPoint point) {
    return new Site(
        id,
        "Organisation",
        "Site " + id,
        SiteKind.FIXED,
        "Montpellier",
        "34172",
        "1 rue",
        secret,
        point,
        "",
        Access.UNKNOWN,
        PetsAllowed.NONE);
  }

  private static PlaceGroup group(String id, Site site, Capacity capacity, Admission admission) {
    return new PlaceGroup(
        new PlaceGroupId(id),
        site,
        PlaceSamples.HERAULT,
        id,
        PlaceType.CHU,
        capacity,
        admission,
        Opening.until(LocalTime.of(5, 59)),
        AllocationOwner.SIAO_115,
        240);
  }

  private Communes communes() throws IOException {
    return Communes.read(
        Files.writeString(
            folder.resolve("communes.csv"),
            "insee_code;name;latitude;longitude\n34172;Montpellier;43.6112;3.8767\n"));
  }

  private static List<String> ids(List<FoundPlace> found) {
    return found.stream().map(place -> place.group().placeGroupId().value()).toList();
  }

  private static void tell(BoardHouse house, String group, int free) {
    house
        .board
        .setFreePlaces()
        .run(
            new Telling(
                UUID.randomUUID(), new PlaceGroupId(group), free, "veilleur", UpdateSource.WEB));
  }

  @Test
  void whatIsFreeBehindAClosedDoorFitsNobody() {
    PlaceGroup early = PlaceSamples.group("a-early", 4);
    Instant nine = Instant.parse("2026-11-23T20:00:00Z");
    Household man = new Household(1, HouseholdType.MAN_ALONE, Pets.NONE);
    Household group = new Household(6, HouseholdType.ADULT_GROUP, Pets.DOG);
    for (boolean late : new boolean[] {false, true}) {
      Instant now = late ? nine : nine.minus(Duration.ofHours(2));
      try (BoardHouse house =
          new BoardHouse(List.of(early), PlaceBoard.HoldTimes.DEFAULT, () -> now)) {
        SearchPlaces search = house.search(Communes.NONE);

        assertThat(search.outlook(man))
            .isEqualTo(
                new SearchPlaces.Outlook(
                    true, !late, late ? Set.of(Misfit.ARRIVAL_OVER) : Set.of()));
        assertThat(search.outlook(group))
            .as("what lasts is said before what the hour makes so")
            .isEqualTo(new SearchPlaces.Outlook(true, false, Set.of(Misfit.PETS)));
      }
    }
  }

  @Test
  void aWomanWithTwoChildrenAndADogWithinThirtyMinutes() throws IOException {
    Admission dogs =
        new Admission(GenderRule.MIXED, Set.of(), null, null, PetsAllowed.DOG, Access.YES);
    List<PlaceGroup> groups =
        List.of(
            group("a-near", site("near", false, MONTPELLIER), Capacity.rooms(2, 3), dogs),
            group("b-large", site("near", false, MONTPELLIER), Capacity.rooms(2, 4), dogs),
            group("c-far", site("far", false, LATTES), Capacity.rooms(2, 4), dogs),
            group(
                "d-no-dog",
                site("near", false, MONTPELLIER),
                Capacity.rooms(2, 4),
                PlaceSamples.EVERYBODY),
            group("e-full", site("near", false, MONTPELLIER), Capacity.dormitory(2), dogs),
            group("f-secret", site("secret", true, MONTPELLIER), Capacity.rooms(1, 4), dogs),
            group(
                "g-hotel",
                site("near", false, MONTPELLIER),
                new Capacity(PlaceUnit.ROOM, 4, 20, 0, null, 0, true),
                dogs));
    try (BoardHouse house = new BoardHouse(groups, PlaceBoard.HoldTimes.DEFAULT)) {
      groups.forEach(
          group -> tell(house, group.placeGroupId().value(), group.capacity().installed()));
      house.records.inTransaction(handle ->
          handle.execute(
              "INSERT INTO travel_time VALUES"
                  + " ('34172', 'far', 'TRANSIT', 34, 'test', '2026-11-01'),"
                  + " ('34172', 'far', 'CAR', 12, 'test', '2026-11-01')"));
      SearchPlaces search = house.search(communes());
      Household household =
          new Household(
              3,
              HouseholdType.WOMAN_WITH_CHILD,
              Pets.DOG,
              new Ages(2, 1, null, null),
              new Wishes(false, true, false, 0, "34172", 30));

      SearchAnswer answer = search.run(household, 20);

      assertThat(ids(answer.fits()))
          .as("nearer, then less waste; a secret site says no way; on demand last")
          .containsExactly("a-near", "b-large", "f-secret", "g-hotel");
      assertThat(answer.fitting()).isEqualTo(4);
      FoundPlace best = answer.fits().getFirst();
      assertThat(best.why()).contains(Reason.TOGETHER, Reason.EXACT_ROOM, Reason.PETS, Reason.NEAR);
      assertThat(best.places()).isEqualTo(3);
      assertThat(best.way().kilometres()).isZero();
      assertThat(best.group().together()).isEqualTo(3);
      assertThat(best.group().free()).isEqualTo(6);
      assertThat(answer.fits().get(2).way()).isNull();
      assertThat(answer.nearMisses())
          .extracting(miss -> miss.whyNot().getFirst().misfit())
          .containsExactly(Misfit.TOO_FAR, Misfit.TOO_FEW_PLACES, Misfit.PETS);
      assertThat(ids(answer.nearMisses())).containsExactly("c-far", "e-full", "d-no-dog");
      assertThat(answer.nearMisses().getFirst().whyNot().getFirst().amount()).isEqualTo(4);
      assertThat(answer.nearMisses().getFirst().way().mode()).isEqualTo(TravelMode.TRANSIT);

      Hold hold = house.held("b-large", 3);
      assertThat(hold.places()).as("a household takes the whole room").isEqualTo(4);
      assertThat(ids(search.alternatives(new PlaceGroupId("b-large"), household)))
          .containsExactly("a-near", "f-secret", "g-hotel");
    }
  }

  /**
   * Whatever the groups and the household: the index finds what the rules say, no more, no less.
   */
  @Test
  void theIndexFindsExactlyWhatTheRulesSay() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<PlaceGroup> groups = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      groups.add(randomGroup("g-%03d".formatted(i), random));
    }
    try (BoardHouse house = new BoardHouse(groups, PlaceBoard.HoldTimes.DEFAULT)) {
      for (PlaceGroup group : groups) {
        tell(house, group.placeGroupId().value(), random.nextInt(group.capacity().installed() + 1));
      }
      await(
          "all is told",
          () -> house.view().groups().stream().allMatch(group -> group.updatedAt() != null));
      SearchPlaces search = house.search(Communes.NONE);
      Tonight tonight = Tonight.at(Instant.now(), PARIS);
      for (int round = 0; round < 300; round++) {
        Household household = randomHousehold(random);
        Set<String> wanted =
            house.view().groups().stream()
                .filter(view -> {
                  Terms terms =
                      Terms.of(
                          house.board.readBoard().placeGroup(view.placeGroupId()).orElseThrow());
                  return FitRules.obstacles(terms, household, tonight).isEmpty()
                      && FitRules.tooFew(terms, household, view.free()).isEmpty();
                })
                .map(view -> view.placeGroupId().value())
                .collect(Collectors.toSet());
        SearchAnswer answer = search.run(household, SearchPlaces.FITS_MOST);
        assertThat(answer.fitting()).as("seed %d round %d", seed, round).isEqualTo(wanted.size());
        assertThat(wanted).as("seed %d round %d", seed, round).containsAll(ids(answer.fits()));
        assertThat(answer.nearMisses())
            .as("seed %d round %d", seed, round)
            .allMatch(miss -> miss.whyNot().size() == 1)
            .hasSizeLessThanOrEqualTo(5);
      }
    }
  }

  private static PlaceGroup randomGroup(String id, Random random) {
    int size = 1 + random.nextInt(5);
    return group(
        id,
        site("site-" + id, random.nextInt(5) == 0, MONTPELLIER),
        random.nextBoolean()
            ? Capacity.dormitory(1 + random.nextInt(9))
            : new Capacity(
                PlaceUnit.ROOM,
                size,
                size * (1 + random.nextInt(4)),
                0,
                null,
                random.nextInt(3),
                random.nextInt(4) == 0),
        new Admission(
            pick(GenderRule.values(), random),
            random.nextBoolean() ? Set.of() : Set.of(pick(HouseholdType.values(), random)),
            random.nextInt(3) == 0 ? 18 : null,
            null,
            pick(PetsAllowed.values(), random),
            pick(Access.values(), random)));
  }

  private static Household randomHousehold(Random random) {
    int persons = 1 + random.nextInt(6);
    return new Household(
        persons,
        pick(HouseholdType.values(), random),
        pick(Pets.values(), random),
        new Ages(random.nextInt(persons), 0, null, null),
        new Wishes(
            random.nextInt(4) == 0,
            random.nextInt(3) == 0,
            random.nextInt(4) == 0,
            random.nextInt(3) == 0 ? 1 : 0,
            null,
            null));
  }

  private static <T> T pick(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }
}
