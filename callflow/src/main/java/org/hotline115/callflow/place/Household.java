package org.hotline115.callflow.place;

import org.hotline115.callflow.contact.ContactField;
import org.hotline115.callflow.contact.ContactForm;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.contact.Pets;
import org.jspecify.annotations.Nullable;

/** Who needs a place tonight, as far as a place group can fit or not. */
public record Household(
    int persons, HouseholdType householdType, Pets pets, Ages ages, Wishes wishes) {

  /** Nobody described yet: every group with a free place fits. */
  public static final Household ANYBODY = new Household(1, HouseholdType.UNKNOWN, Pets.NONE);

  public static final int PERSONS_MAX = 50;

  /** The code of a contact's commune that nobody knows. */
  public static final String NOWHERE = "UNKNOWN";

  public Household {
    if (persons < 1 || persons > PERSONS_MAX) {
      throw new IllegalArgumentException("a household has 1 to " + PERSONS_MAX + " persons");
    }
  }

  /** As the contact says; a count that nobody can be is brought back into bounds. */
  public static Household of(ContactForm form) {
    int minors = form.number(ContactField.MINORS).orElse(0);
    int adults = form.number(ContactField.ADULTS).orElse(0);
    return new Household(
        Math.clamp(adults + minors, 1, PERSONS_MAX),
        form.householdType(),
        form.pets(),
        new Ages(
            minors,
            form.number(ContactField.UNDER_3).orElse(0),
            form.number(ContactField.YOUNGEST).orElse(null),
            form.number(ContactField.OLDEST).orElse(null)),
        new Wishes(
            form.flag(ContactField.REDUCED_MOBILITY),
            form.flag(ContactField.NOT_SEPARATED),
            form.flag(ContactField.WOMEN_ONLY),
            form.number(ContactField.COTS).orElse(0),
            form.value(ContactField.INSEE_CODE)
                .map(String.class::cast)
                .filter(code -> !code.equals(NOWHERE))
                .orElse(null),
            form.number(ContactField.WAY_MINUTES).orElse(null)));
  }

  /** The same wishes of another number. */
  public Household withPersons(int number) {
    return new Household(number, householdType, pets, ages, wishes);
  }

  /** The same in that commune; null: nobody knows where. */
  public Household from(@Nullable String inseeCode) {
    return new Household(
        persons,
        householdType,
        pets,
        ages,
        new Wishes(
            wishes.reducedMobility(),
            wishes.together(),
            wishes.womenOnly(),
            wishes.cots(),
            inseeCode,
            wishes.minutesMax()));
  }

  /** Of whom only the beds, the type and the animals are known. */
  public Household(int persons, HouseholdType householdType, Pets pets) {
    this(persons, householdType, pets, Ages.UNKNOWN, Wishes.NONE);
  }
}
