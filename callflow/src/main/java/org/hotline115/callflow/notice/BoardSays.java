package org.hotline115.callflow.notice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.place.Household;

/**
 * For whom there is no place now. Cautious: a place that may be there is a place, also when its
 * figure is stale or must be asked for, and a household of these people that fits somewhere is
 * enough. While the board is down nothing is known, so nothing is said.
 */
final class BoardSays {

  private static final Map<Audience, List<Household>> HOUSEHOLDS = households();

  private final BooleanSupplier isUp;
  private final Predicate<Household> fitsSomewhere;

  BoardSays(BooleanSupplier isUp, Predicate<Household> fitsSomewhere) {
    this.isUp = isUp;
    this.fitsSomewhere = fitsSomewhere;
  }

  boolean isUp() {
    return isUp.getAsBoolean();
  }

  /** Nothing free for any household of these people, as far as the board knows. */
  boolean nothingFor(Audience audience) {
    return HOUSEHOLDS.getOrDefault(audience, List.of()).stream().noneMatch(fitsSomewhere);
  }

  /** The smallest households of each sort: where none of them fits, no larger one does. */
  private static Map<Audience, List<Household>> households() {
    Map<Audience, List<Household>> all = new EnumMap<>(Audience.class);
    all.put(Audience.MEN, List.of(of(1, HouseholdType.MAN_ALONE)));
    all.put(Audience.WOMEN, List.of(of(1, HouseholdType.WOMAN_ALONE)));
    all.put(Audience.COUPLES, List.of(of(2, HouseholdType.COUPLE_NO_CHILD)));
    all.put(
        Audience.FAMILIES,
        List.of(
            of(2, HouseholdType.WOMAN_WITH_CHILD),
            of(2, HouseholdType.MAN_WITH_CHILD),
            of(2, HouseholdType.OTHER_WITH_CHILD),
            of(3, HouseholdType.COUPLE_WITH_CHILD)));
    return all;
  }

  private static Household of(int persons, HouseholdType type) {
    return new Household(persons, type, Pets.NONE);
  }
}
