package org.hotline115.callflow.board;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.place.Access;
import org.hotline115.callflow.place.Audience;
import org.hotline115.callflow.place.Capacity;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.Misfit;
import org.hotline115.callflow.place.PetsAllowed;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceType;
import org.hotline115.callflow.place.PlaceUnit;
import org.jspecify.annotations.Nullable;

/**
 * A place group as a screen shows it for one household, names as on the wire. It has no address.
 *
 * @param together how many persons can stay together, which is another figure than {@code free}
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
    int together,
    RoomFacts rooms,
    HourFacts hours,
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
        group.capacity().together(state.available()),
        RoomFacts.of(group),
        HourFacts.of(group),
        state.toldAt(),
        state.toldBy(),
        state.source(),
        group.staleAfterMinutes(),
        group.capacity().closureReason(),
        misfit.isEmpty(),
        misfit.orElse(null),
        state.version());
  }

  /** What one is given there; a room on demand must still be asked for. */
  public record RoomFacts(PlaceUnit unit, int size, int cots, boolean onDemand) {

    static RoomFacts of(PlaceGroup group) {
      Capacity capacity = group.capacity();
      return new RoomFacts(
          capacity.unit(), capacity.roomSize(), capacity.cots(), capacity.onDemand());
    }
  }

  /** When one may come, and from when on places are given to whom. */
  public record HourFacts(LocalTime arrivalFrom, Map<Audience, LocalTime> release) {

    public HourFacts {
      release = Map.copyOf(release);
    }

    static HourFacts of(PlaceGroup group) {
      return new HourFacts(
          group.opening().arrivalFrom(), group.opening().releaseTimes().fromByAudience());
    }
  }

  /** Past its own rhythm, or never told; what is on demand does not age. */
  public boolean isStale(Instant now) {
    return !rooms.onDemand() && isOld(now);
  }

  private boolean isOld(Instant now) {
    return updatedAt == null || updatedAt.plusSeconds(60L * staleAfterMinutes).isBefore(now);
  }
}
