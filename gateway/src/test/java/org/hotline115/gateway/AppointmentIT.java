package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules and appointments over HTTP: who may, what is refused, and what a day looks like. */
class AppointmentIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate TOMORROW = LocalDate.now(PARIS).plusDays(1);

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser nadia;
  private static TestBrowser claire;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    nadia = gateway.browser().signIn("nadia");
    claire = gateway.browser().signIn("claire");
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static String schedule(UUID id, String more) {
    String fields =
        "\"siteId\":\"lilas\",\"service\":\"premier accueil\",\"kind\":\"APPOINTMENT\","
            + "\"rule\":\"FREQ=DAILY\",\"validFrom\":\"%s\",\"opensAt\":\"09:00\","
                .formatted(TOMORROW)
            + "\"closesAt\":\"12:00\",\"slotMinutes\":30,\"capacity\":1,\"languages\":[\"fr\"]";
    String own = more.isEmpty() ? "" : more.substring(0, more.indexOf(':') + 1);
    if (!own.isEmpty() && fields.contains(own)) {
      fields = fields.replaceAll(own + "(\"[^\"]*\"|\\[[^]]*]|[0-9]+)", more.replace("\\", "\\\\"));
    } else if (!own.isEmpty()) {
      fields += "," + more;
    }
    return "{\"scheduleId\":\"" + id + "\"," + fields + "}";
  }

  private static UUID begun() {
    UUID id = UUID.randomUUID();
    TestBrowser.Answer answer = nadia.post("/api/schedules", schedule(id, ""));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private static String startsAt(String time) {
    return TOMORROW.atTime(LocalTime.parse(time)).atZone(PARIS).toOffsetDateTime().toString();
  }

  private static TestBrowser.Answer book(UUID id, UUID schedule, String time) {
    return claire.post(
        "/api/appointments",
        "{\"appointmentId\":\"%s\",\"scheduleId\":\"%s\",\"startsAt\":\"%s\",\"name\":\"Mme K.\"}"
            .formatted(id, schedule, startsAt(time)));
  }

  @Test
  void aSingleDayIsClosedAndOpenedByWhoKeepsTheSchedules() {
    UUID schedule = begun();
    String path = "/api/schedules/" + schedule + "/closed-days";
    String day = "{\"day\":\"%s\"}".formatted(TOMORROW);

    assertThat(claire.post(path, day).status()).isEqualTo(403);
    assertThat(nadia.post(path, "{\"day\":\"2026-02-30\"}").field("field")).isEqualTo("day");
    TestBrowser.Answer closed = nadia.post(path, day);
    assertThat(closed.body()).contains("\"closedOn\":[\"" + TOMORROW + "\"]");
    assertThat(book(UUID.randomUUID(), schedule, "09:00").status()).isNotEqualTo(200);

    TestBrowser.Answer open = nadia.send("DELETE", path + "/" + TOMORROW, null);

    assertThat(open.body()).contains("\"closedOn\":[]");
    assertThat(nadia.send("DELETE", path + "/tomorrow", null).field("field")).isEqualTo("day");
    assertThat(book(UUID.randomUUID(), schedule, "09:00").status()).isEqualTo(200);
    TestBrowser.Answer expected = nadia.post(path, day);
    assertThat(expected.status()).isEqualTo(409);
    assertThat(expected.field("code")).isEqualTo("STILL_EXPECTED");
  }

  @Test
  void anAgentBooksMovesAndCancelsAndTheDayShowsIt() {
    UUID schedule = begun();
    UUID id = UUID.randomUUID();

    TestBrowser.Answer booked = book(id, schedule, "09:30");

    assertThat(booked.status()).as(booked.body()).isEqualTo(200);
    assertThat(booked.field("status")).isEqualTo("BOOKED");
    assertThat(booked.field("appointmentId")).isEqualTo(id.toString());
    assertThat(booked.field("scheduleId")).isEqualTo(schedule.toString());
    assertThat(book(id, schedule, "09:30").body()).isEqualTo(booked.body());
    assertThat(book(UUID.randomUUID(), schedule, "09:30").field("code")).isEqualTo("SLOT_FULL");
    TestBrowser.Answer moved =
        claire.post(
            "/api/appointments/" + id + "/move",
            "{\"scheduleId\":\"%s\",\"startsAt\":\"%s\"}".formatted(schedule, startsAt("11:00")));
    assertThat(moved.status()).as(moved.body()).isEqualTo(200);
    assertThat(claire.get("/api/appointments?siteId=lilas&day=" + TOMORROW).body())
        .contains(id.toString(), "Mme K.", "\"moves\":1");
    assertThat(
            claire
                .post("/api/appointments/" + id + "/status", "{\"status\":\"SEEN\"}")
                .field("code"))
        .isEqualTo("NOT_NOW");
    assertThat(
            nadia
                .post(
                    "/api/schedules/" + schedule + "/end",
                    "{\"lastDay\":\"%s\"}".formatted(TOMORROW.minusDays(1)))
                .field("code"))
        .isEqualTo("STILL_EXPECTED");
    assertThat(
            claire
                .post("/api/appointments/" + id + "/status", "{\"status\":\"EXCUSED\"}")
                .field("status"))
        .isEqualTo("EXCUSED");
    assertThat(book(UUID.randomUUID(), schedule, "11:00").status()).isEqualTo(200);
  }

  private static TestBrowser.Answer bookWith(UUID schedule, String time, String more) {
    return claire.post(
        "/api/appointments",
        "{\"appointmentId\":\"%s\",\"scheduleId\":\"%s\",\"startsAt\":\"%s\",%s}"
            .formatted(UUID.randomUUID(), schedule, startsAt(time), more));
  }

  @Test
  void whoAgreesToTextsIsToldAndTheNumberIsShownMasked() {
    UUID schedule = begun();

    TestBrowser.Answer booked =
        bookWith(
            schedule,
            "09:00",
            "\"number\":\"06 39 98 12 78\",\"smsAgreed\":true,\"language\":\"en\"");

    assertThat(booked.status()).as(booked.body()).isEqualTo(200);
    assertThat(booked.body())
        .contains("\"APPT_CREATED\"", "\"smsAgreed\":true", "\"language\":\"en\"")
        .doesNotContain("981278", "98 12 78");
    TestBrowser.Answer changed =
        claire.post(
            "/api/appointments/" + booked.field("appointmentId") + "/reach",
            "{\"smsAgreed\":true,\"discretion\":\"NONE\"}");
    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.body()).contains("\"discretion\":\"NONE\"", "WITHDRAWN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"smsAgreed\":true|MISSING_FIELD|number",
        "\"smsAgreed\":\"yes\"|WRONG_TYPE|smsAgreed",
        "\"number\":\"12\"|INVALID_VALUE|number",
        "\"number\":\"06 39 98 12 78\\r\\nX: y\"|CONTROL_CHARACTER|number",
        "\"discretion\":\"LOUD\"|INVALID_VALUE|discretion",
        "\"language\":\"F1\"|INVALID_VALUE|language",
      })
  void whoCannotBeReachedSoIsRefusedByTheNameOfTheField(String more, String code, String field) {
    TestBrowser.Answer answer = bookWith(UUID.randomUUID(), "09:00", more);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
  }

  @Test
  void freeSlotsAreToldWithTheirSeats() {
    UUID schedule = begun();
    book(UUID.randomUUID(), schedule, "10:00");

    TestBrowser.Answer slots =
        claire.get(
            "/api/slots?siteId=lilas&from="
                + TOMORROW.atStartOfDay(PARIS).toInstant()
                + "&until="
                + TOMORROW.plusDays(1).atStartOfDay(PARIS).toInstant());

    assertThat(slots.status()).as(slots.body()).isEqualTo(200);
    assertThat(slots.body().split(schedule.toString(), -1)).hasSize(7);
    assertThat(slots.body()).contains("\"free\":0", "\"free\":1");
    assertThat(claire.get("/api/schedules").body())
        .contains(schedule.toString(), "CHU Les Lilas", "FREQ=DAILY");
  }

  @Test
  void whoWalkedInIsCountedOnceAndTakenBack() {
    UUID visit = UUID.randomUUID();
    String body = "{\"appointmentId\":\"%s\",\"siteId\":\"lilas\"}".formatted(visit);

    TestBrowser.Answer counted = claire.post("/api/walk-ins", body);

    assertThat(counted.field("kind")).as(counted.body()).isEqualTo("WALK_IN");
    assertThat(claire.post("/api/walk-ins", body).body()).isEqualTo(counted.body());
    assertThat(
            claire
                .post("/api/appointments/" + visit + "/status", "{\"status\":\"REVOKED\"}")
                .status())
        .isEqualTo(200);
  }

  @Test
  void aListenerKeepsNoScheduleAndAShelterSeesNoName() {
    assertThat(claire.post("/api/schedules", schedule(UUID.randomUUID(), "")).status())
        .isEqualTo(403);
    assertThat(gateway.browser().signIn("lilas").get("/api/appointments?siteId=lilas").status())
        .isEqualTo(403);
    assertThat(gateway.browser().get("/api/slots?siteId=lilas").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"rule\":\"FREQ=HOURLY\"|INVALID_VALUE|rule",
        "\"rule\":\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"|INVALID_VALUE|rule",
        "\"validFrom\":\"2026-02-30\"|INVALID_VALUE|validFrom",
        "\"validFrom\":\"1026-02-20\"|OUT_OF_RANGE|validFrom",
        "\"validUntil\":\"2026-01-01\"|ENDS_BEFORE_IT_BEGINS|validUntil",
        "\"closesAt\":\"09:20\"|NO_SLOT|closesAt",
        "\"closesAt\":\"08:00\"|NO_SLOT|closesAt",
        "\"opensAt\":\"23:50\"|NO_SLOT|closesAt",
        "\"opensAt\":\"25:00\"|INVALID_VALUE|opensAt",
        "\"slotMinutes\":4|OUT_OF_RANGE|slotMinutes",
        "\"capacity\":0|OUT_OF_RANGE|capacity",
        "\"capacity\":201|OUT_OF_RANGE|capacity",
        "\"languages\":[\"French\"]|INVALID_VALUE|languages",
        "\"zone\":\"Moon/Sea\"|INVALID_VALUE|zone",
        "\"closedOn\":[1]|INVALID_VALUE|closedOn",
        "\"closedOn\":\"2026-12-24\"|WRONG_TYPE|closedOn",
        "\"holidays\":\"MARS\"|INVALID_VALUE|holidays",
        "\"siteId\":\"nowhere\"|INVALID_VALUE|siteId",
        "\"by\":\"karim\"|UNKNOWN_FIELD|by",
      })
  void whatCannotBeMeantIsRefusedByTheNameOfItsField(String more, String code, String field) {
    TestBrowser.Answer answer = nadia.post("/api/schedules", schedule(UUID.randomUUID(), more));

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.field("code")).isEqualTo(code);
    assertThat(answer.field("field")).isEqualTo(field);
  }
}
