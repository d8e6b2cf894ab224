package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.place.Access;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.place.PetsAllowed;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceType;
import org.jspecify.annotations.Nullable;

/**
 * A place group as a screen shows it for one household, names as on the wire. It has no address.
 */
public record GroupView(
    PlaceGroupId placeGroupId,
    String siteId,
    String siteName,
    String name,
    PlaceType placeType,
    GenderRule genderRule,
    Set<HouseholdType> householdTypesAccepted,
    PetsAllowed petsAllowed,
    Access accessReducedMobility,
    boolean nightOnly,
    String commune,
    LocalTime arrivalUntil,
    int open,
    int occupied,
    int held,
    int free,
    @Nullable Instant updatedAt,
    String updatedBy,
    @Nullable UpdateSource source,
    int staleAfterMinutes,
    @Nullable ClosureReason closureReason,
    boolean fits,
    @Nullable Misfit misfit,
    long version) {

  static GroupView of(PlaceGroup group, CapacityState state, Household household) {
    Optional<Misfit> misfit = Misfit.of(group, state.available(), household);
    return new GroupView(
        group.placeGroupId(),
        group.site().siteId(),
        group.site().name(),
        group.name(),
        group.placeType(),
        group.admission().genderRule(),
        group.admission().householdTypesAccepted(),
        group.petsAllowed(),
        group.accessReducedMobility(),
        group.opening().nightOnly(),
        group.site().shownCommune(),
        group.opening().arrivalUntil(),
        state.open(),
        state.occupied(),
        state.held(),
        state.available(),
        state.toldAt(),
        state.toldBy(),
        state.source(),
        group.staleAfterMinutes(),
        group.capacity().closureReason(),
        misfit.isEmpty(),
        misfit.orElse(null),
        state.version());
  }

  /** Past its own rhythm, or never told. */
  public boolean isStale(Instant now) {
    return updatedAt == null || updatedAt.plusSeconds(60L * staleAfterMinutes).isBefore(now);
  }
}
