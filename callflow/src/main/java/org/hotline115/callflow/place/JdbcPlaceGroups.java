package org.hotline115.callflow.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hotline115.callflow.contact.HouseholdType;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Sites and place groups in PostgreSQL: what changes by the month, not by the minute. */
public final class JdbcPlaceGroups {

  private static final SqlFile SQL = SqlFile.beside(JdbcPlaceGroups.class, "jdbc_place_groups.sql");

  private final Database database;

  public JdbcPlaceGroups(Database database) {
    this.database = database;
  }

  public List<PlaceGroup> list(Departement departement) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("list_place_groups"))
            .bind("departement", departement.code())
            .map((row, context) -> group(row))
            .list());
  }

  /** Adds what is missing and changes nothing that is there; tells how many were added. */
  public int add(List<PlaceGroup> groups) {
    return database.inTransaction(handle -> groups.stream().mapToInt(g -> add(handle, g)).sum());
  }

  private static int add(Handle handle, PlaceGroup group) {
    Site site = group.site();
    handle
        .createUpdate(SQL.statement("save_site"))
        .bind("siteId", site.siteId())
        .bind("organisation", site.organisation())
        .bind("name", site.name())
        .bind("commune", site.commune())
        .bind("inseeCode", site.inseeCode())
        .bind("address", site.address())
        .bind("addressIsSecret", site.addressIsSecret())
        .bind("phone", site.phone())
        .execute();
    return handle
        .createQuery(SQL.statement("save_place_group"))
        .bind("placeGroupId", group.placeGroupId().value())
        .bind("siteId", site.siteId())
        .bind("departement", group.departement().code())
        .bind("name", group.name())
        .bind("placeType", group.placeType().name())
        .bind("genderRule", group.genderRule().name())
        .bind(
            "householdTypes",
            group.householdTypesAccepted().stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(" ")))
        .bind("petsAllowed", group.petsAllowed().name())
        .bind("access", group.accessReducedMobility().name())
        .bind("nightOnly", group.nightOnly())
        .bind("arrivalUntil", group.arrivalUntil())
        .bind("installed", group.capacityInstalled())
        .bind("closed", group.placesClosed())
        .bind("closureReason", group.closureReason() == null ? null : group.closureReason().name())
        .bind("staleAfterMinutes", group.staleAfterMinutes())
        .mapTo(Integer.class)
        .one();
  }

  private static PlaceGroup group(ResultSet row) throws SQLException {
    Site site =
        new Site(
            row.getString("site_id"),
            row.getString("organisation"),
            row.getString("site_name"),
            row.getString("commune"),
            row.getString("insee_code"),
            row.getString("address"),
            row.getBoolean("address_is_secret"),
            row.getString("phone"));
    String closure = row.getString("closure_reason");
    return new PlaceGroup(
        new PlaceGroupId(row.getString("place_group_id")),
        site,
        new Departement(row.getString("departement")),
        row.getString("name"),
        PlaceType.valueOf(row.getString("place_type")),
        GenderRule.valueOf(row.getString("gender_rule")),
        Arrays.stream((String[]) row.getArray("household_types").getArray())
            .map(HouseholdType::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        PetsAllowed.valueOf(row.getString("pets_allowed")),
        Access.valueOf(row.getString("access_reduced_mobility")),
        row.getBoolean("night_only"),
        row.getObject("arrival_until", LocalTime.class),
        row.getInt("capacity_installed"),
        row.getInt("places_closed"),
        closure == null ? null : ClosureReason.valueOf(closure),
        row.getInt("stale_after_minutes"));
  }
}
