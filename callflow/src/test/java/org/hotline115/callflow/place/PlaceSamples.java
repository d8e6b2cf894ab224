package org.hotline115.callflow.place;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Invented places that tests share. */
public final class PlaceSamples {

  public static final Departement HERAULT = new Departement("34");

  public static final Admission EVERYBODY =
      new Admission(GenderRule.MIXED, Set.of(), null, null, PetsAllowed.NONE, Access.YES);

  private PlaceSamples() {}

  public static PlaceGroup group(String id, int installed) {
    return new PlaceGroup(
        new PlaceGroupId(id),
        site("site-" + id),
        HERAULT,
        "Places " + id,
        PlaceType.CHU,
        Capacity.dormitory(installed),
        EVERYBODY,
        Opening.until(LocalTime.of(20, 30)),
        AllocationOwner.SIAO_115,
        240);
  }

  /** Like another one, but with other rooms, rules and hours. */
  public static PlaceGroup group(
      PlaceGroup like, Capacity capacity, Admission admission, Opening opening) {
    return new PlaceGroup(
        like.placeGroupId(),
        like.site(),
        like.departement(),
        like.name(),
        like.placeType(),
        capacity,
        admission,
        opening,
        like.allocationOwner(),
        like.staleAfterMinutes());
  }

  public static Site site(String id) {
    return new Site(
        id,
        "Organisation",
        "Site " + id.replaceFirst("^site-", ""),
        SiteKind.FIXED,
        "Montpellier",
        "34172",
        "1 rue",
        false,
        null,
        "",
        Access.UNKNOWN,
        PetsAllowed.NONE);
  }

  public static List<PlaceGroup> groups(int count, int places) {
    List<PlaceGroup> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(group("group-%05d".formatted(i), places));
    }
    return groups;
  }
}
