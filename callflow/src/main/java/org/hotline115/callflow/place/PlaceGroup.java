package org.hotline115.callflow.place;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.jspecify.annotations.Nullable;

/** Like places of one site: whom they fit, when one may arrive, how fast their figures age. */
public record PlaceGroup(
    PlaceGroupId placeGroupId,
    Site site,
    Departement departement,
    String name,
    PlaceType placeType,
    GenderRule genderRule,
    Set<HouseholdType> householdTypesAccepted,
    PetsAllowed petsAllowed,
    Access accessReducedMobility,
    boolean nightOnly,
    LocalTime arrivalUntil,
    int capacityInstalled,
    int placesClosed,
    @Nullable ClosureReason closureReason,
    int staleAfterMinutes) {

  public PlaceGroup {
    householdTypesAccepted = Set.copyOf(householdTypesAccepted);
    if (placesClosed < 0 || placesClosed > capacityInstalled) {
      throw new IllegalArgumentException("closed places are between 0 and the places installed");
    }
  }

  /** Open = installed - closed. */
  public int open() {
    return capacityInstalled - placesClosed;
  }

  /** Past the group's own rhythm, or never told. */
  public boolean isStale(@Nullable Instant toldAt, Instant now) {
    return toldAt == null || toldAt.plusSeconds(60L * staleAfterMinutes).isBefore(now);
  }
}
