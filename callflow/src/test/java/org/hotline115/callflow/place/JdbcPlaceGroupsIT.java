package org.hotline115.callflow.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.place.PlaceSamples.HERAULT;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.junit.jupiter.api.Test;

class JdbcPlaceGroupsIT {

  private static PlaceGroup family() {
    return new PlaceGroup(
        new PlaceGroupId("family"),
        new Site(
            "quay",
            "Organisation",
            "Les Quais",
            SiteKind.HOTEL,
            "Béziers",
            "34032",
            "15 quai",
            true,
            new GeoPoint(43.3389, 3.2127),
            "04 65 71 00 16",
            Access.PARTIAL,
            PetsAllowed.CAT),
        HERAULT,
        "Chambres",
        PlaceType.HOTEL,
        new Capacity(PlaceUnit.ROOM, 4, 20, 4, ClosureReason.PEST, 2, true),
        new Admission(
            GenderRule.WOMEN,
            Set.of(HouseholdType.WOMAN_ALONE, HouseholdType.WOMAN_WITH_CHILD),
            18,
            99,
            null,
            Access.UNKNOWN),
        new Opening(
            AvailabilityKind.SEASONAL,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2027, 3, 31),
            LocalTime.of(14, 0),
            LocalTime.of(2, 30),
            true,
            StayRule.of("MAX_NIGHTS 7"),
            ReleaseTimes.of("WOMEN=10:00 MEN=14:00")),
        AllocationOwner.OPERATOR,
        90);
  }

  @Test
  void aGroupComesBackAsItWasWritten() {
    try (Database database = new Database(TestServers.emptyDatabase())) {
      database.migrate();
      JdbcPlaceGroups groups = new JdbcPlaceGroups(database);
      PlaceGroup plain = PlaceSamples.group("plain", 6);
      assertThat(PlaceRows.add(database, List.of(family(), plain))).isEqualTo(2);
      assertThat(PlaceRows.add(database, List.of(family()))).as("what is there stays").isZero();
      assertThat(groups.list(HERAULT)).containsExactlyInAnyOrder(family(), plain);
    }
  }

  @Test
  void whatTheGroupDoesNotSayItsSiteSays() {
    assertThat(family().petsAllowed()).isEqualTo(PetsAllowed.CAT);
    assertThat(family().accessReducedMobility()).isEqualTo(Access.PARTIAL);
  }

  @Test
  void aSecretSiteShowsNeitherAddressNorCommune() {
    assertThat(family().site().shownAddress()).isEmpty();
    assertThat(family().site().shownCommune()).isEmpty();
    assertThat(family().site()).hasToString("Site[quay]");
  }
}
