package org.hotline115.callflow.place;

import org.jspecify.annotations.Nullable;

/**
 * What a group can hold. All figures count persons; the rooms of a group are alike, so a site with
 * rooms of 2 and of 4 has two groups.
 *
 * @param roomSize persons a room or an apartment holds, 1 for single places
 * @param closed the part of {@code installed} that closures shut
 * @param cots cots for infants that can be put up besides
 * @param onDemand nights bought when needed, as in a hotel: {@code installed} is then the most of
 *     one night, a promise that somebody must still ask for
 */
public record Capacity(
    PlaceUnit unit,
    int roomSize,
    int installed,
    int closed,
    @Nullable ClosureReason closureReason,
    int cots,
    boolean onDemand) {

  public static final int ROOM_SIZE_MAX = 20;

  public Capacity {
    if (closed < 0 || closed > installed) {
      throw new IllegalArgumentException("closed places are between 0 and the places installed");
    }
    if (roomSize < 1 || roomSize > ROOM_SIZE_MAX || cots < 0) {
      throw new IllegalArgumentException("a room holds 1 to " + ROOM_SIZE_MAX + " persons");
    }
    if (unit == PlaceUnit.PERSON_PLACE && roomSize != 1) {
      throw new IllegalArgumentException("a single place holds one person");
    }
    if (installed % roomSize != 0) {
      throw new IllegalArgumentException("the places installed are whole rooms");
    }
  }

  /** Single places, all of them open, without cots. */
  public static Capacity dormitory(int installed) {
    return new Capacity(PlaceUnit.PERSON_PLACE, 1, installed, 0, null, 0, false);
  }

  /** So many like rooms, all of them open, without cots. */
  public static Capacity rooms(int rooms, int roomSize) {
    return new Capacity(PlaceUnit.ROOM, roomSize, rooms * roomSize, 0, null, 0, false);
  }

  /** Open = installed - closed. */
  public int open() {
    return installed - closed;
  }

  /** The places that so many persons take: a household takes whole rooms. */
  public int placesFor(int persons) {
    return Math.ceilDiv(persons, roomSize) * roomSize;
  }

  /** How many persons find a bed when so many places are free: part of a room is no room. */
  public int usable(int free) {
    return free / roomSize * roomSize;
  }

  /** How many persons can stay together, in one room or side by side in a dormitory. */
  public int together(int free) {
    return unit == PlaceUnit.PERSON_PLACE ? free : Math.min(roomSize, usable(free));
  }
}
