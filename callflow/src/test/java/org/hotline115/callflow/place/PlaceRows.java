package org.hotline115.callflow.place;

import java.util.List;
import java.util.stream.Collectors;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Sites and groups as rows, for tests of what stands on them; people bring theirs by the import.
 */
public final class PlaceRows {

  private static final SqlFile SQL = SqlFile.beside(PlaceRows.class, "place_rows.sql");

  private PlaceRows() {}

  /** Adds what is missing and changes nothing that is there; tells how many were added. */
  public static int add(Database database, List<PlaceGroup> groups) {
    return database.inLongTransaction(
        handle -> groups.stream().mapToInt(g -> add(handle, g)).sum());
  }

  private static int add(Handle handle, PlaceGroup group) {
    addSite(handle, group.site());
    Query query =
        handle
            .createQuery(SQL.statement("save_place_group"))
            .bind("placeGroupId", group.placeGroupId().value())
            .bind("siteId", group.site().siteId())
            .bind("departement", group.departement().code())
            .bind("name", group.name())
            .bind("placeType", group.placeType().name())
            .bind("allocationOwner", group.allocationOwner().name())
            .bind("staleAfterMinutes", group.staleAfterMinutes());
    bind(query, group.capacity());
    bind(query, group.admission());
    bind(query, group.opening());
    return query.mapTo(Integer.class).one();
  }

  private static void addSite(Handle handle, Site site) {
    GeoPoint point = site.point();
    handle
        .createUpdate(SQL.statement("save_site"))
        .bind("siteId", site.siteId())
        .bind("organisation", site.organisation())
        .bind("name", site.name())
        .bind("kind", site.kind().name())
        .bind("commune", site.commune())
        .bind("inseeCode", site.inseeCode())
        .bind("address", site.address())
        .bind("addressIsSecret", site.addressIsSecret())
        .bind("latitude", point == null ? null : point.latitude())
        .bind("longitude", point == null ? null : point.longitude())
        .bind("phone", site.phone())
        .bind("access", site.accessReducedMobility().name())
        .bind("petsAllowed", site.petsAllowed().name())
        .execute();
  }

  private static void bind(Query query, Capacity capacity) {
    query
        .bind("unit", capacity.unit().name())
        .bind("roomSize", capacity.roomSize())
        .bind("installed", capacity.installed())
        .bind("closed", capacity.closed())
        .bind("closureReason", code(capacity.closureReason()))
        .bind("cots", capacity.cots())
        .bind("onDemand", capacity.onDemand());
  }

  private static void bind(Query query, Admission admission) {
    query
        .bind("genderRule", admission.genderRule().name())
        .bind(
            "householdTypes",
            admission.householdTypesAccepted().stream()
                .map(Enum::name)
                .sorted()
                .collect(Collectors.joining(" ")))
        .bind("ageMin", admission.ageMin())
        .bind("ageMax", admission.ageMax())
        .bind("petsAllowed", code(admission.petsAllowed()))
        .bind("access", admission.accessReducedMobility().name());
  }

  private static void bind(Query query, Opening opening) {
    query
        .bind("availability", opening.availability().name())
        .bind("openFrom", opening.from())
        .bind("openTo", opening.to())
        .bind("arrivalFrom", opening.arrivalFrom())
        .bind("arrivalUntil", opening.arrivalUntil())
        .bind("nightOnly", opening.nightOnly())
        .bind("stayRule", opening.stayRule().toString())
        .bind("releaseTimes", opening.releaseTimes().toString());
  }

  private static String code(Enum<?> code) {
    return code == null ? null : code.name();
  }
}
