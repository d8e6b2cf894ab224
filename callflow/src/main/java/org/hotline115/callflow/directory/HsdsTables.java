package org.hotline115.callflow.directory;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The directory as Open Referral HSDS 3 knows it: tables of rows under the names of its fields.
 * HSDS has no free places, so none are in it. A secret address stays out with everything that leads
 * to it: the service is there, its place, telephone and site's name are not.
 */
public final class HsdsTables {

  private static final String EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU";
  private static final String HOTLINE = "115";

  private final Map<String, Map<String, Map<String, Object>>> tables = new LinkedHashMap<>();
  private final ZoneId zone;

  private HsdsTables(ZoneId zone) {
    this.zone = zone;
    for (String table :
        List.of(
            "organization",
            "service",
            "location",
            "service_at_location",
            "address",
            "phone",
            "schedule",
            "accessibility",
            "language")) {
      tables.put(table, new LinkedHashMap<>());
    }
  }

  static HsdsTables of(List<Entry> entries, ZoneId zone) {
    HsdsTables tables = new HsdsTables(zone);
    entries.forEach(tables::add);
    return tables;
  }

  /** Rows by table, each by the name of its field; what is not known is not there. */
  public Map<String, List<Map<String, Object>>> rows() {
    Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    tables.forEach((table, byId) -> rows.put(table, List.copyOf(byId.values())));
    return rows;
  }

  private void add(Entry entry) {
    Sheet sheet = entry.sheet();
    String organization = id("organization", sheet.value(SheetField.ORGANISATION));
    String service = id("service", sheet.value(SheetField.PLACE_GROUP));
    put(
        "organization",
        organization,
        Map.of(
            "name", sheet.value(SheetField.ORGANISATION),
            "description", sheet.value(SheetField.ORGANISATION)));
    put("service", service, service(entry, organization));
    put(
        "phone",
        id("phone", service),
        Map.of("service_id", service, "number", HOTLINE, "type", "voice"));
    put(
        "language",
        id("language", service),
        Map.of("service_id", service, "name", "Français", "code", "fr"));
    put("schedule", id("schedule", service), schedule(sheet, service));
    if (!sheet.isSecret()) {
      addLocation(sheet, service);
    }
  }

  private static Map<String, Object> service(Entry entry, String organization) {
    Sheet sheet = entry.sheet();
    Map<String, Object> service = new LinkedHashMap<>();
    service.put("organization_id", organization);
    service.put(
        "name",
        sheet.isSecret()
            ? sheet.value(SheetField.PLACE_TYPE)
            : sheet.value(SheetField.SITE_NAME) + ", " + sheet.value(SheetField.NAME));
    service.put("description", sheet.value(SheetField.PLACE_TYPE));
    service.put("status", status(entry));
    service.put(
        "eligibility_description",
        (sheet.value(SheetField.GENDER_RULE) + " " + sheet.value(SheetField.HOUSEHOLD_TYPES))
            .strip());
    number(sheet, SheetField.AGE_MIN, service, "minimum_age");
    number(sheet, SheetField.AGE_MAX, service, "maximum_age");
    return service;
  }

  private static void number(Sheet sheet, SheetField field, Map<String, Object> row, String name) {
    if (!sheet.value(field).isEmpty()) {
      row.put(name, Integer.valueOf(sheet.value(field)));
    }
  }

  private static String status(Entry entry) {
    int installed = Integer.parseInt(entry.sheet().value(SheetField.INSTALLED));
    if (installed > 0 && entry.closed() == installed) {
      return "temporarily closed";
    }
    boolean waitsForAPlan =
        entry.sheet().value(SheetField.AVAILABILITY).equals("OVERFLOW") && !entry.openedByPlan();
    return waitsForAPlan ? "inactive" : "active";
  }

  private Map<String, Object> schedule(Sheet sheet, String service) {
    Map<String, Object> schedule = new LinkedHashMap<>();
    schedule.put("service_id", service);
    schedule.put("freq", "WEEKLY");
    schedule.put("interval", 1);
    schedule.put("byday", EVERY_DAY);
    schedule.put("opens_at", sheet.value(SheetField.ARRIVAL_FROM));
    schedule.put("closes_at", sheet.value(SheetField.ARRIVAL_UNTIL));
    schedule.put("notes", zone.getId());
    put(schedule, "valid_from", sheet.value(SheetField.OPEN_FROM));
    put(schedule, "valid_to", sheet.value(SheetField.OPEN_TO));
    return schedule;
  }

  private void addLocation(Sheet sheet, String service) {
    String location = id("location", sheet.value(SheetField.SITE));
    boolean virtual = sheet.value(SheetField.SITE_KIND).equals("VIRTUAL");
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("location_type", virtual ? "virtual" : "physical");
    row.put("name", sheet.value(SheetField.SITE_NAME));
    row.put("external_identifier", sheet.value(SheetField.INSEE_CODE));
    row.put("external_identifier_type", "INSEE commune");
    if (!sheet.value(SheetField.LATITUDE).isEmpty()) {
      row.put("latitude", Double.valueOf(sheet.value(SheetField.LATITUDE)));
      row.put("longitude", Double.valueOf(sheet.value(SheetField.LONGITUDE)));
    }
    put("location", location, row);
    put(
        "service_at_location",
        id("service_at_location", service),
        Map.of("service_id", service, "location_id", location));
    addAddress(sheet, location);
    if (!sheet.value(SheetField.PHONE).isEmpty()) {
      put(
          "phone",
          id("phone", location),
          Map.of(
              "location_id", location, "number", sheet.value(SheetField.PHONE), "type", "voice"));
    }
    if (!sheet.value(SheetField.SITE_ACCESS).equals("UNKNOWN")) {
      put(
          "accessibility",
          id("accessibility", location),
          Map.of("location_id", location, "description", sheet.value(SheetField.SITE_ACCESS)));
    }
  }

  /**
   * HSDS wants a postal code; a postal code is no INSEE code, so without it there is no address.
   */
  private void addAddress(Sheet sheet, String location) {
    String postalCode = sheet.value(SheetField.POSTAL_CODE);
    String street = sheet.value(SheetField.ADDRESS);
    if (postalCode.isEmpty() || street.isEmpty()) {
      return;
    }
    Map<String, Object> address = new LinkedHashMap<>();
    address.put("location_id", location);
    address.put("address_1", street);
    address.put("city", sheet.value(SheetField.COMMUNE));
    address.put("state_province", departement(sheet.value(SheetField.INSEE_CODE)));
    address.put("postal_code", postalCode);
    address.put("country", "FR");
    address.put("address_type", "physical");
    put("address", id("address", location), address);
  }

  private static String departement(String inseeCode) {
    return inseeCode.substring(0, inseeCode.startsWith("97") ? 3 : 2);
  }

  private static void put(Map<String, Object> row, String name, String value) {
    if (!value.isEmpty()) {
      row.put(name, value);
    }
  }

  private void put(String table, String id, Map<String, Object> fields) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.putAll(fields);
    table(table).put(id, row);
  }

  /** The same thing has the same id in every export. */
  private static String id(String table, String name) {
    return UUID.nameUUIDFromBytes(
            ("hotline115 " + table + " " + name).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private Map<String, Map<String, Object>> table(String name) {
    return tables.computeIfAbsent(name, none -> new LinkedHashMap<>());
  }

  /** Services with what belongs to them inside, as the JSON of HSDS is read by most. */
  public List<Map<String, Object>> services() {
    List<Map<String, Object>> services = new ArrayList<>();
    for (Map<String, Object> row : table("service").values()) {
      Map<String, Object> service = new LinkedHashMap<>(row);
      Object id = row.getOrDefault("id", "");
      service.put(
          "organization", table("organization").getOrDefault(row.get("organization_id"), Map.of()));
      service.put("phones", of("phone", "service_id", id));
      service.put("schedules", of("schedule", "service_id", id));
      service.put("languages", of("language", "service_id", id));
      List<Map<String, Object>> at = new ArrayList<>();
      for (Map<String, Object> link : of("service_at_location", "service_id", id)) {
        Map<String, Object> place = new LinkedHashMap<>(link);
        place.put("location", location(link.getOrDefault("location_id", "")));
        at.add(place);
      }
      service.put("service_at_locations", at);
      services.add(service);
    }
    return services;
  }

  private Map<String, Object> location(Object id) {
    Map<String, Object> location =
        new LinkedHashMap<>(table("location").getOrDefault(id, Map.of()));
    location.put("addresses", of("address", "location_id", id));
    location.put("phones", of("phone", "location_id", id));
    location.put("accessibility", of("accessibility", "location_id", id));
    return location;
  }

  private List<Map<String, Object>> of(String table, String reference, Object id) {
    return table(table).values().stream().filter(row -> id.equals(row.get(reference))).toList();
  }
}
