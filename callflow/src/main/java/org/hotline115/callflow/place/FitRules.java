package org.hotline115.callflow.place;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;

/**
 * Whether a group can take a household, with all reasons for and against. What is not known refuses
 * nobody: the agent asks, and decides.
 */
public final class FitRules {

  private FitRules() {}

  /**
   * All that stands against it, whatever is free and however far it is; in {@link Misfit}'s order.
   */
  public static List<Obstacle> obstacles(Terms terms, Household household, Tonight tonight) {
    List<Obstacle> all = new ArrayList<>(lasting(terms, household));
    if (tonight.isPast(terms.arrivalUntil())) {
      all.add(new Obstacle(Misfit.ARRIVAL_OVER, 0, terms.arrivalUntil()));
    }
    releasedLater(terms, household, tonight)
        .ifPresent(time -> all.add(new Obstacle(Misfit.NOT_YET_RELEASED, 0, time)));
    return all;
  }

  static List<Obstacle> lasting(Terms terms, Household household) {
    List<Obstacle> all = new ArrayList<>();
    Wishes wishes = household.wishes();
    if (terms.owner() != AllocationOwner.SIAO_115) {
      all.add(Obstacle.of(Misfit.NOT_OURS));
    }
    if (!terms.admission().genderRule().admits(household.householdType())) {
      all.add(Obstacle.of(Misfit.GENDER_RULE));
    }
    if (wishes.womenOnly() && terms.admission().genderRule() != GenderRule.WOMEN) {
      all.add(Obstacle.of(Misfit.WOMEN_ONLY));
    }
    if (!accepts(terms, household.householdType())) {
      all.add(Obstacle.of(Misfit.HOUSEHOLD_TYPE));
    }
    age(terms.admission(), household).ifPresent(all::add);
    if (!terms.pets().admits(household.pets())) {
      all.add(Obstacle.of(Misfit.PETS));
    }
    if (wishes.reducedMobility() && terms.admission().accessReducedMobility() == Access.NO) {
      all.add(Obstacle.of(Misfit.REDUCED_MOBILITY));
    }
    if (wishes.together() && !holdsTogether(terms.shape(), household.persons())) {
      all.add(Obstacle.of(Misfit.SEPARATED, terms.shape().roomSize()));
    }
    if (wishes.cots() > terms.shape().cots()) {
      all.add(Obstacle.of(Misfit.COTS, wishes.cots() - terms.shape().cots()));
    }
    return all;
  }

  private static boolean accepts(Terms terms, HouseholdType type) {
    return terms.admission().householdTypesAccepted().isEmpty()
        || switch (type) {
          case UNKNOWN, PERSON_ALONE_OTHER -> true;
          case MAN_ALONE,
              WOMAN_ALONE,
              COUPLE_NO_CHILD,
              COUPLE_WITH_CHILD,
              WOMAN_WITH_CHILD,
              MAN_WITH_CHILD,
              ADULT_GROUP,
              OTHER_WITH_CHILD,
              UNACCOMPANIED_MINOR ->
              terms.admission().householdTypesAccepted().contains(type);
        };
  }

  private static Optional<Obstacle> age(Admission admission, Household household) {
    Integer youngest = admission.ageMin();
    Integer oldest = admission.ageMax();
    if (youngest != null && household.ages().somebodyYounger(youngest)) {
      return Optional.of(Obstacle.of(Misfit.AGE, youngest));
    }
    return oldest != null && household.ages().somebodyOlder(oldest)
        ? Optional.of(Obstacle.of(Misfit.AGE, oldest))
        : Optional.empty();
  }

  private static boolean holdsTogether(Capacity shape, int persons) {
    return shape.unit() == PlaceUnit.PERSON_PLACE || shape.roomSize() >= persons;
  }

  /** Present when so many free places are too few for the household, with how many are missing. */
  public static Optional<Obstacle> tooFew(Terms terms, Household household, int free) {
    int missing = terms.shape().placesFor(household.persons()) - terms.shape().usable(free);
    return missing > 0
        ? Optional.of(Obstacle.of(Misfit.TOO_FEW_PLACES, missing))
        : Optional.empty();
  }

  /** Who is not described yet is held back by no hour. */
  private static Optional<LocalTime> releasedLater(
      Terms terms, Household household, Tonight tonight) {
    return household.householdType() == HouseholdType.UNKNOWN
        ? Optional.empty()
        : terms
            .releaseTimes()
            .from(Audience.of(household.householdType()))
            .filter(time -> !tonight.isPast(time) && tonight.minutesUntil(time) > 0);
  }

  /** What speaks for a group that can take the household; {@code near}: within what they asked. */
  public static Set<Reason> reasons(Terms terms, Household household, boolean near) {
    Set<Reason> all = EnumSet.noneOf(Reason.class);
    Wishes wishes = household.wishes();
    Capacity shape = terms.shape();
    add(all, Reason.MEANT_FOR, terms.isMeantFor(household));
    add(all, Reason.WOMEN_ONLY, wishes.womenOnly());
    add(all, Reason.TOGETHER, household.persons() > 1 && holdsTogether(shape, household.persons()));
    add(
        all,
        Reason.EXACT_ROOM,
        shape.unit() != PlaceUnit.PERSON_PLACE && shape.roomSize() == household.persons());
    add(all, Reason.PETS, household.pets() != Pets.NONE);
    add(
        all,
        Reason.ACCESSIBLE,
        wishes.reducedMobility() && terms.admission().accessReducedMobility() == Access.YES);
    add(all, Reason.COTS, wishes.cots() > 0);
    add(all, Reason.NEAR, near);
    return all;
  }

  private static void add(Set<Reason> all, Reason reason, boolean holds) {
    if (holds) {
      all.add(reason);
    }
  }
}
