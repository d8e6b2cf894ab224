package org.hotline115.callflow.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.place.PlaceSamples.EVERYBODY;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.junit.jupiter.api.Test;

class FitRulesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Opening ALL_NIGHT = Opening.until(LocalTime.of(5, 59));

  private static Tonight at(String time) {
    return Tonight.at(Instant.parse("2026-11-23T" + time + ":00Z"), PARIS);
  }

  private static final Tonight EVENING = at("17:40");

  private static Terms terms(Capacity capacity, Admission admission, Opening opening) {
    return Terms.of(PlaceSamples.group(PlaceSamples.group("a", 8), capacity, admission, opening));
  }

  private static Household family(Ages ages, Wishes wishes) {
    return new Household(3, HouseholdType.WOMAN_WITH_CHILD, Pets.DOG, ages, wishes);
  }

  private static List<Misfit> misfits(Terms terms, Household household, Tonight tonight) {
    return FitRules.obstacles(terms, household, tonight).stream().map(Obstacle::misfit).toList();
  }

  @Test
  void allReasonsAreSaidAndWhatLastsComesFirst() {
    Terms terms =
        terms(
            Capacity.rooms(4, 2),
            new Admission(
                GenderRule.MEN,
                Set.of(HouseholdType.MAN_ALONE),
                18,
                null,
                PetsAllowed.NONE,
                Access.NO),
            new Opening(
                AvailabilityKind.YEAR_ROUND,
                null,
                null,
                LocalTime.of(12, 0),
                LocalTime.of(18, 0),
                false,
                StayRule.OPEN_ENDED,
                ReleaseTimes.of("WOMEN=21:00 FAMILIES=22:00")));
    Household household =
        family(new Ages(2, 1, null, null), new Wishes(true, true, true, 1, null, null));

    assertThat(misfits(terms, household, EVENING))
        .containsExactly(
            Misfit.GENDER_RULE,
            Misfit.WOMEN_ONLY,
            Misfit.HOUSEHOLD_TYPE,
            Misfit.AGE,
            Misfit.PETS,
            Misfit.REDUCED_MOBILITY,
            Misfit.SEPARATED,
            Misfit.COTS,
            Misfit.ARRIVAL_OVER,
            Misfit.NOT_YET_RELEASED)
        .isSorted();
  }

  @Test
  void placesAreGivenToMenOnlyFromTheirHour() {
    Terms terms =
        terms(
            Capacity.dormitory(8),
            EVERYBODY,
            new Opening(
                AvailabilityKind.YEAR_ROUND,
                null,
                null,
                LocalTime.of(8, 0),
                LocalTime.of(22, 0),
                false,
                StayRule.OPEN_ENDED,
                ReleaseTimes.of("WOMEN=10:00 MEN=14:00")));
    Household man = new Household(1, HouseholdType.MAN_ALONE, Pets.NONE);
    Household woman = new Household(1, HouseholdType.WOMAN_ALONE, Pets.NONE);

    Tonight noon = at("11:00");
    assertThat(FitRules.obstacles(terms, man, noon))
        .containsExactly(new Obstacle(Misfit.NOT_YET_RELEASED, 0, LocalTime.of(14, 0)));
    assertThat(FitRules.obstacles(terms, woman, noon)).isEmpty();
    assertThat(FitRules.obstacles(terms, man, at("13:00"))).isEmpty();
    assertThat(FitRules.obstacles(terms, Household.ANYBODY, noon))
        .as("who is not described is held back by no hour")
        .isEmpty();
  }

  @Test
  void whoMustNotBeSeparatedNeedsOneRoomOrADormitory() {
    Wishes together = new Wishes(false, true, false, 0, null, null);
    Household four =
        new Household(4, HouseholdType.COUPLE_WITH_CHILD, Pets.NONE, Ages.UNKNOWN, together);
    assertThat(misfits(terms(Capacity.rooms(4, 2), EVERYBODY, ALL_NIGHT), four, EVENING))
        .containsExactly(Misfit.SEPARATED);
    assertThat(misfits(terms(Capacity.rooms(1, 4), EVERYBODY, ALL_NIGHT), four, EVENING)).isEmpty();
    assertThat(misfits(terms(Capacity.dormitory(9), EVERYBODY, ALL_NIGHT), four, EVENING))
        .isEmpty();
  }

  @Test
  void aPlaceForAdultsTakesNoChildAndNoAgeIsGuessed() {
    Admission adults =
        new Admission(GenderRule.MIXED, Set.of(), 18, 60, PetsAllowed.ANY, Access.YES);
    Terms terms = terms(Capacity.dormitory(9), adults, ALL_NIGHT);
    assertThat(misfits(terms, family(Ages.UNKNOWN, Wishes.NONE), EVENING)).isEmpty();
    assertThat(misfits(terms, family(new Ages(1, 0, null, null), Wishes.NONE), EVENING))
        .containsExactly(Misfit.AGE);
    assertThat(misfits(terms, family(new Ages(0, 0, 17, null), Wishes.NONE), EVENING))
        .containsExactly(Misfit.AGE);
    assertThat(misfits(terms, family(new Ages(0, 0, 18, 61), Wishes.NONE), EVENING))
        .containsExactly(Misfit.AGE);
    assertThat(misfits(terms, family(new Ages(0, 0, 18, 60), Wishes.NONE), EVENING)).isEmpty();
  }

  @Test
  void whatIsRightIsSaid() {
    Admission women =
        new Admission(
            GenderRule.WOMEN,
            Set.of(HouseholdType.WOMAN_WITH_CHILD),
            null,
            null,
            PetsAllowed.DOG,
            Access.YES);
    Terms terms = terms(new Capacity(PlaceUnit.ROOM, 3, 9, 0, null, 2, false), women, ALL_NIGHT);
    Wishes wishes = new Wishes(true, true, true, 1, "34172", 30);
    assertThat(FitRules.obstacles(terms, family(Ages.UNKNOWN, wishes), EVENING)).isEmpty();
    assertThat(FitRules.reasons(terms, family(Ages.UNKNOWN, wishes), true))
        .containsExactly(Reason.values());
    assertThat(
            FitRules.reasons(
                terms(Capacity.dormitory(4), EVERYBODY, ALL_NIGHT), Household.ANYBODY, false))
        .isEmpty();
  }

  @Test
  void placesOfOthersAreNotOurs() {
    PlaceGroup ours = PlaceSamples.group("a", 4);
    Terms terms = Terms.of(ours);
    Terms theirs =
        new Terms(
            AllocationOwner.OPERATOR,
            terms.shape(),
            terms.admission(),
            LocalTime.of(5, 59),
            terms.releaseTimes());
    assertThat(misfits(theirs, Household.ANYBODY, EVENING)).containsExactly(Misfit.NOT_OURS);
  }

  /**
   * Rooms of any size: it fits exactly when enough whole rooms are free, and says what is missing.
   */
  @Test
  void whatIsMissingIsWhatWouldMakeItFit() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 5_000; round++) {
      int size = 1 + random.nextInt(8);
      Terms terms = terms(Capacity.rooms(1 + random.nextInt(6), size), EVERYBODY, ALL_NIGHT);
      Household household = new Household(1 + random.nextInt(12), HouseholdType.UNKNOWN, Pets.NONE);
      int free = random.nextInt(40);
      FitRules.tooFew(terms, household, free)
          .ifPresentOrElse(
              obstacle -> {
                int missing = obstacle.amount();
                int whole = free / size * size;
                assertThat(FitRules.tooFew(terms, household, whole + missing))
                    .as("seed %d: with what is missing it fits", seed)
                    .isEmpty();
                assertThat(FitRules.tooFew(terms, household, whole + missing - 1))
                    .as("seed %d: with one less it does not", seed)
                    .isPresent();
              },
              () ->
                  assertThat(free / size)
                      .as("seed %d", seed)
                      .isGreaterThanOrEqualTo(Math.ceilDiv(household.persons(), size)));
    }
  }
}
