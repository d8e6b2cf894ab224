package org.hotline115.callflow.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The export against the fields that Open Referral HSDS 3 knows, and those that it wants. */
class HsdsTablesTest {

  private record Table(Set<String> required, Set<String> known) {}

  private static Table table(String required, String known) {
    Set<String> all = new HashSet<>(Set.of(known.split(" ")));
    Set<String> needed = Set.of(required.split(" "));
    all.addAll(needed);
    return new Table(needed, all);
  }

  private static final Map<String, Table> HSDS_3 =
      Map.of(
          "organization",
          table("id name description", "alternate_name email website uri legal_status logo"),
          "service",
          table(
              "id name status",
              "organization_id alternate_name description url email eligibility_description"
                  + " minimum_age maximum_age application_process fees_description accreditations"
                  + " alert last_modified"),
          "location",
          table(
              "id location_type",
              "url organization_id name alternate_name description transportation latitude"
                  + " longitude external_identifier external_identifier_type"),
          "service_at_location",
          table("id service_id location_id", "description"),
          "address",
          table(
              "id address_1 city state_province postal_code country address_type",
              "location_id attention address_2 region"),
          "phone",
          table(
              "id number",
              "location_id service_id organization_id contact_id service_at_location_id extension"
                  + " type description"),
          "schedule",
          table(
              "id",
              "service_id location_id service_at_location_id valid_from valid_to dtstart timezone"
                  + " until count wkst freq interval byday byweekno bymonthday byyearday"
                  + " description opens_at closes_at schedule_link attending_type notes"),
          "accessibility",
          table("id", "location_id description details url"),
          "language",
          table("id", "service_id location_id phone_id name code note"));

  private static final Map<String, Set<String>> ENUMS =
      Map.of(
          "status", Set.of("active", "inactive", "defunct", "temporarily closed"),
          "location_type", Set.of("physical", "postal", "virtual"),
          "address_type", Set.of("physical", "postal", "virtual"),
          "freq", Set.of("WEEKLY", "MONTHLY"));

  private static Entry entry(String group, Map<SheetField, String> more, int closed) {
    Map<SheetField, String> raw = SheetTest.good();
    raw.put(SheetField.PLACE_GROUP, group);
    raw.put(SheetField.POSTAL_CODE, "34000");
    raw.put(SheetField.PHONE, "04 65 71 00 10");
    raw.put(SheetField.LATITUDE, "43.6");
    raw.put(SheetField.LONGITUDE, "3.87");
    raw.put(SheetField.SITE_ACCESS, "YES");
    raw.putAll(more);
    Sheet.Read read = Sheet.read(raw, Map.of());
    assertThat(read.faults()).isEmpty();
    return new Entry(read.sheet(), 1, 1, closed, false, false, 0);
  }

  private static final Entry OPEN = entry("g", Map.of(), 0);
  private static final Entry SHUT = entry("shut", Map.of(), 10);
  private static final Entry GYM = entry("gym", Map.of(SheetField.AVAILABILITY, "OVERFLOW"), 0);
  private static final Entry REFUGE =
      entry(
          "refuge",
          Map.of(
              SheetField.SITE, "refuge",
              SheetField.SITE_NAME, "Maison des Tilleuls",
              SheetField.PLACE_TYPE, "VIOLENCE",
              SheetField.ADDRESS_IS_SECRET, "true",
              SheetField.ADDRESS, "8 rue Cachée",
              SheetField.COMMUNE, "Lunel",
              SheetField.PHONE, "04 65 71 00 99"),
          0);

  private static HsdsTables tables(Entry... entries) {
    return HsdsTables.of(List.of(entries), ZoneId.of("Europe/Paris"));
  }

  @Test
  void everyRowHasTheFieldsThatAreWantedAndNoneThatIsUnknown() {
    Map<String, List<Map<String, Object>>> rows = tables(OPEN, SHUT, GYM, REFUGE).rows();

    assertThat(rows.keySet()).isEqualTo(HSDS_3.keySet());
    rows.forEach((name, all) -> {
      assertThat(all).as(name).isNotEmpty();
      Set<Object> ids = new HashSet<>();
      for (Map<String, Object> row : all) {
        assertThat(row.keySet()).as(name).containsAll(HSDS_3.get(name).required());
        assertThat(HSDS_3.get(name).known()).as(name).containsAll(row.keySet());
        assertThat(row.values()).as(name).doesNotContainNull().doesNotContain("");
        assertThat(ids.add(row.get("id"))).as("%s is there once", row).isTrue();
        ENUMS.forEach((field, values) -> {
          if (row.containsKey(field)) {
            assertThat(values).contains(String.valueOf(row.get(field)));
          }
        });
      }
    });
  }

  @Test
  void everyReferenceIsThere() {
    Map<String, List<Map<String, Object>>> rows = tables(OPEN, SHUT, GYM, REFUGE).rows();

    Map<String, String> references =
        Map.of(
            "organization_id", "organization", "service_id", "service", "location_id", "location");
    rows.forEach((name, all) ->
        all.forEach(row ->
            references.forEach((field, table) -> {
              if (row.containsKey(field)) {
                assertThat(rows.get(table))
                    .anyMatch(other -> other.get("id").equals(row.get(field)));
              }
            })));
  }

  @Test
  void whatIsSecretLeadsNowhere() {
    HsdsTables secret = tables(REFUGE);

    assertThat(secret.rows().get("service")).hasSize(1);
    assertThat(secret.rows().get("location")).isEmpty();
    assertThat(secret.rows().get("service_at_location")).isEmpty();
    assertThat(secret.rows().get("address")).isEmpty();
    assertThat(secret.services().toString())
        .doesNotContain("Cachée", "Lunel", "Tilleuls", "71 00 99", "34000", "43.6");
  }

  @Test
  void aServiceSaysWhetherItIsThere() {
    assertThat(tables(OPEN, SHUT, GYM).rows().get("service"))
        .extracting(row -> row.get("status"))
        .containsExactly("active", "temporarily closed", "inactive");
  }

  @Test
  void anExportOfTomorrowHasTheSameIds() {
    assertThat(tables(OPEN).services()).isEqualTo(tables(OPEN).services());
  }

  @Test
  @SuppressWarnings("unchecked")
  void aServiceHoldsItsPlace() {
    Map<String, Object> service = tables(OPEN).services().getFirst();

    List<Map<String, Object>> at = (List<Map<String, Object>>) service.get("service_at_locations");
    Map<String, Object> location = (Map<String, Object>) at.getFirst().get("location");
    assertThat((List<Map<String, Object>>) location.get("addresses"))
        .extracting(address -> address.get("state_province"))
        .containsExactly("34");
    assertThat((Map<String, Object>) service.get("organization"))
        .containsEntry("name", "Organisation");
  }
}
