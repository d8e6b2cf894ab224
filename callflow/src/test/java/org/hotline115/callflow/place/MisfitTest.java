package org.hotline115.callflow.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MisfitTest {

  private static PlaceGroup group(GenderRule rule, PetsAllowed pets, HouseholdType... accepted) {
    PlaceGroup any = PlaceSamples.group("a", 10);
    return PlaceSamples.group(
        any,
        any.capacity(),
        new Admission(rule, Set.of(accepted), null, null, pets, Access.YES),
        any.opening());
  }

  private static Household household(int persons, HouseholdType type, Pets pets) {
    return new Household(persons, type, pets);
  }

  @Test
  void aFamilyDoesNotFitWhereTooFewPlacesAreFree() {
    PlaceGroup group = group(GenderRule.MIXED, PetsAllowed.NONE);
    Household two = household(2, HouseholdType.WOMAN_WITH_CHILD, Pets.NONE);
    assertThat(Misfit.of(group, 1, two)).contains(Misfit.TOO_FEW_PLACES);
    assertThat(Misfit.of(group, 2, two)).isEmpty();
  }

  @Test
  void aWomensShelterTakesNoMan() {
    PlaceGroup women = group(GenderRule.WOMEN, PetsAllowed.NONE);
    assertThat(Misfit.of(women, 5, household(1, HouseholdType.MAN_ALONE, Pets.NONE)))
        .contains(Misfit.GENDER_RULE);
    assertThat(Misfit.of(women, 5, household(2, HouseholdType.WOMAN_WITH_CHILD, Pets.NONE)))
        .isEmpty();
  }

  @Test
  void aDogGoesOnlyWhereDogsMay() {
    Household withDog = household(1, HouseholdType.MAN_ALONE, Pets.DOG);
    assertThat(Misfit.of(group(GenderRule.MIXED, PetsAllowed.SMALL), 5, withDog))
        .contains(Misfit.PETS);
    assertThat(Misfit.of(group(GenderRule.MIXED, PetsAllowed.DOG), 5, withDog)).isEmpty();
    assertThat(Misfit.of(group(GenderRule.MIXED, PetsAllowed.ANY), 5, withDog)).isEmpty();
  }

  @Test
  void whatLastsIsSaidBeforeWhatMayChange() {
    PlaceGroup group = group(GenderRule.WOMEN, PetsAllowed.NONE, HouseholdType.WOMAN_ALONE);
    assertThat(Misfit.of(group, 0, household(3, HouseholdType.MAN_ALONE, Pets.DOG)))
        .contains(Misfit.GENDER_RULE);
    assertThat(Misfit.of(group, 0, household(3, HouseholdType.WOMAN_WITH_CHILD, Pets.DOG)))
        .contains(Misfit.HOUSEHOLD_TYPE);
    assertThat(Misfit.of(group, 0, household(3, HouseholdType.WOMAN_ALONE, Pets.DOG)))
        .contains(Misfit.PETS);
  }

  @ParameterizedTest
  @EnumSource(GenderRule.class)
  void whoIsNotDescribedIsRefusedByNoRule(GenderRule rule) {
    PlaceGroup group = group(rule, PetsAllowed.NONE, HouseholdType.WOMAN_ALONE);
    assertThat(Misfit.of(group, 1, Household.ANYBODY)).isEmpty();
  }
}
