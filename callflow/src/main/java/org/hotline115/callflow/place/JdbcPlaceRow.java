package org.hotline115.callflow.place;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.HouseholdType;
import org.jspecify.annotations.Nullable;

/** A row of list_place_groups as a group with its site. */
final class JdbcPlaceRow {

  private JdbcPlaceRow() {}

  static PlaceGroup group(ResultSet row) throws SQLException {
    return new PlaceGroup(
        new PlaceGroupId(row.getString("place_group_id")),
        site(row),
        new Departement(row.getString("departement")),
        row.getString("name"),
        PlaceType.valueOf(row.getString("place_type")),
        capacity(row),
        admission(row),
        opening(row),
        AllocationOwner.valueOf(row.getString("allocation_owner")),
        row.getInt("stale_after_minutes"));
  }

  private static Site site(ResultSet row) throws SQLException {
    BigDecimal latitude = row.getBigDecimal("latitude");
    BigDecimal longitude = row.getBigDecimal("longitude");
    return new Site(
        row.getString("site_id"),
        row.getString("organisation"),
        row.getString("site_name"),
        SiteKind.valueOf(row.getString("kind")),
        row.getString("commune"),
        row.getString("insee_code"),
        row.getString("address"),
        row.getBoolean("address_is_secret"),
        latitude == null || longitude == null
            ? null
            : new GeoPoint(latitude.doubleValue(), longitude.doubleValue()),
        row.getString("phone"),
        Access.valueOf(row.getString("site_access")),
        PetsAllowed.valueOf(row.getString("site_pets")));
  }

  private static Capacity capacity(ResultSet row) throws SQLException {
    String closure = row.getString("closure_reason");
    return new Capacity(
        PlaceUnit.valueOf(row.getString("unit")),
        row.getInt("room_size"),
        row.getInt("capacity_installed"),
        row.getInt("places_closed"),
        closure == null ? null : ClosureReason.valueOf(closure),
        row.getInt("cots"),
        row.getBoolean("on_demand"));
  }

  private static Admission admission(ResultSet row) throws SQLException {
    String pets = row.getString("pets_allowed");
    return new Admission(
        GenderRule.valueOf(row.getString("gender_rule")),
        Arrays.stream((String[]) row.getArray("household_types").getArray())
            .map(HouseholdType::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        age(row, "age_min"),
        age(row, "age_max"),
        pets == null ? null : PetsAllowed.valueOf(pets),
        Access.valueOf(row.getString("access_reduced_mobility")));
  }

  private static @Nullable Integer age(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  private static Opening opening(ResultSet row) throws SQLException {
    return new Opening(
        AvailabilityKind.valueOf(row.getString("availability")),
        row.getObject("open_from", LocalDate.class),
        row.getObject("open_to", LocalDate.class),
        row.getObject("arrival_from", LocalTime.class),
        row.getObject("arrival_until", LocalTime.class),
        row.getBoolean("night_only"),
        StayRule.of(row.getString("stay_rule")),
        ReleaseTimes.of(row.getString("release_times")));
  }
}
