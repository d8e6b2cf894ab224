package org.hotline115.callflow.place;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;

/** Invented places that tests share. */
public final class PlaceSamples {

  public static final Departement HERAULT = new Departement("34");

  private PlaceSamples() {}

  public static PlaceGroup group(String id, int installed) {
    return new PlaceGroup(
        new PlaceGroupId(id),
        new Site(
            "site-" + id, "Organisation", "Site " + id, "Montpellier", "34172", "1 rue", false, ""),
        HERAULT,
        "Places " + id,
        PlaceType.CHU,
        GenderRule.MIXED,
        Set.<HouseholdType>of(),
        PetsAllowed.NONE,
        Access.YES,
        false,
        LocalTime.of(20, 30),
        installed,
        0,
        null,
        240);
  }

  public static List<PlaceGroup> groups(int count, int places) {
    List<PlaceGroup> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(group("group-%05d".formatted(i), places));
    }
    return groups;
  }
}
