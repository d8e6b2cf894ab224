package org.hotline115.callflow.place;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Like places of one site: how many, whom they take, when one may come, how fast they age. */
public record PlaceGroup(
    PlaceGroupId placeGroupId,
    Site site,
    Departement departement,
    String name,
    PlaceType placeType,
    Capacity capacity,
    Admission admission,
    Opening opening,
    AllocationOwner allocationOwner,
    int staleAfterMinutes) {

  /** Open = installed - closed. */
  public int open() {
    return capacity.open();
  }

  /** What the group says of animals, else its site. */
  public PetsAllowed petsAllowed() {
    PetsAllowed own = admission.petsAllowed();
    return own == null ? site.petsAllowed() : own;
  }

  /** What the group says of reduced mobility, else its site. */
  public Access accessReducedMobility() {
    Access own = admission.accessReducedMobility();
    return own == Access.UNKNOWN ? site.accessReducedMobility() : own;
  }

  /** Past the group's own rhythm, or never told. What is bought on demand does not age. */
  public boolean isStale(@Nullable Instant toldAt, Instant now) {
    return !capacity.onDemand()
        && (toldAt == null || toldAt.plusSeconds(60L * staleAfterMinutes).isBefore(now));
  }
}
