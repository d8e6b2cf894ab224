package org.hotline115.callflow.board;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.place.Access;
import org.hotline115.callflow.place.Admission;
import org.hotline115.callflow.place.AllocationOwner;
import org.hotline115.callflow.place.AvailabilityKind;
import org.hotline115.callflow.place.Capacity;
import org.hotline115.callflow.place.ClosureReason;
import org.hotline115.callflow.place.Departement;
import org.hotline115.callflow.place.GenderRule;
import org.hotline115.callflow.place.GeoPoint;
import org.hotline115.callflow.place.Opening;
import org.hotline115.callflow.place.PetsAllowed;
import org.hotline115.callflow.place.PlaceGroup;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.callflow.place.PlaceType;
import org.hotline115.callflow.place.PlaceUnit;
import org.hotline115.callflow.place.ReleaseTimes;
import org.hotline115.callflow.place.Site;
import org.hotline115.callflow.place.SiteKind;
import org.hotline115.callflow.place.StayRule;

/** One line of the demo's places, by the names of its columns. */
record DemoPlaceRow(Map<String, String> words) {

  /** The first line names the columns. */
  static List<DemoPlaceRow> all(List<String> lines) {
    List<String> told = lines.stream().filter(line -> !line.isBlank()).toList();
    String[] columns = told.getFirst().split(";", -1);
    List<DemoPlaceRow> rows = new ArrayList<>();
    for (String line : told.subList(1, told.size())) {
      String[] values = line.split(";", -1);
      if (values.length != columns.length) {
        throw new IllegalArgumentException("a line of the demo places has not all columns");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.length; i++) {
        row.put(columns[i].strip(), values[i].strip());
      }
      rows.add(new DemoPlaceRow(row));
    }
    return rows;
  }

  String word(String column) {
    String word = words.get(column);
    if (word == null) {
      throw new IllegalArgumentException("the demo places have no column " + column);
    }
    return word;
  }

  private int number(String column) {
    return Integer.parseInt(word(column));
  }

  private boolean flag(String column) {
    return Boolean.parseBoolean(word(column));
  }

  /** Empty when nothing stands there. */
  private Optional<String> optional(String column) {
    return Optional.of(word(column)).filter(text -> !text.isEmpty());
  }

  PlaceGroup group(Departement departement) {
    return new PlaceGroup(
        new PlaceGroupId(word("place_group")),
        site(),
        departement,
        word("name"),
        PlaceType.valueOf(word("place_type")),
        capacity(),
        admission(),
        opening(),
        AllocationOwner.valueOf(word("allocation_owner")),
        number("stale_after_minutes"));
  }

  private Site site() {
    return new Site(
        word("site"),
        word("organisation"),
        word("site_name"),
        SiteKind.valueOf(word("site_kind")),
        word("commune"),
        word("insee_code"),
        word("address"),
        flag("address_is_secret"),
        optional("latitude")
            .map(north ->
                new GeoPoint(Double.parseDouble(north), Double.parseDouble(word("longitude"))))
            .orElse(null),
        word("phone"),
        Access.UNKNOWN,
        PetsAllowed.NONE);
  }

  private Capacity capacity() {
    return new Capacity(
        PlaceUnit.valueOf(word("unit")),
        number("room_size"),
        number("installed"),
        number("closed"),
        optional("closure_reason").map(ClosureReason::valueOf).orElse(null),
        number("cots"),
        flag("on_demand"));
  }

  private Admission admission() {
    return new Admission(
        GenderRule.valueOf(word("gender_rule")),
        Arrays.stream(word("household_types").split(" "))
            .filter(code -> !code.isEmpty())
            .map(HouseholdType::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        optional("age_min").map(Integer::valueOf).orElse(null),
        optional("age_max").map(Integer::valueOf).orElse(null),
        PetsAllowed.valueOf(word("pets")),
        Access.valueOf(word("access")));
  }

  private Opening opening() {
    return new Opening(
        AvailabilityKind.valueOf(word("availability")),
        optional("open_from").map(LocalDate::parse).orElse(null),
        optional("open_to").map(LocalDate::parse).orElse(null),
        LocalTime.parse(word("arrival_from")),
        LocalTime.parse(word("arrival_until")),
        flag("night_only"),
        StayRule.of(word("stay_rule")),
        ReleaseTimes.of(word("release_times")));
  }
}
