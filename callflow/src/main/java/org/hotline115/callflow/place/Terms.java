package org.hotline115.callflow.place;

import java.time.LocalTime;

/**
 * On which terms a group takes somebody, whatever its name, its figures and its place on the map.
 * Many groups share the same terms: they are judged once for all of them.
 *
 * @param shape one room of the group, with as many cots as matter
 * @param admission with what the site says where the group says nothing
 */
public record Terms(
    AllocationOwner owner,
    Capacity shape,
    Admission admission,
    LocalTime arrivalUntil,
    ReleaseTimes releaseTimes) {

  /** More cots than this are as good as enough: keeps terms alike. */
  private static final int COTS_THAT_MATTER = 4;

  public static Terms of(PlaceGroup group) {
    Capacity capacity = group.capacity();
    Admission admission = group.admission();
    return new Terms(
        group.allocationOwner(),
        new Capacity(
            capacity.unit(),
            capacity.roomSize(),
            capacity.roomSize(),
            0,
            null,
            Math.min(COTS_THAT_MATTER, capacity.cots()),
            capacity.onDemand()),
        new Admission(
            admission.genderRule(),
            admission.householdTypesAccepted(),
            admission.ageMin(),
            admission.ageMax(),
            group.petsAllowed(),
            group.accessReducedMobility()),
        group.opening().arrivalUntil(),
        group.opening().releaseTimes());
  }

  PetsAllowed pets() {
    PetsAllowed pets = admission.petsAllowed();
    return pets == null ? PetsAllowed.NONE : pets;
  }

  /** True when it names this type, rather than taking everybody. */
  boolean isMeantFor(Household household) {
    return admission.householdTypesAccepted().contains(household.householdType());
  }
}
