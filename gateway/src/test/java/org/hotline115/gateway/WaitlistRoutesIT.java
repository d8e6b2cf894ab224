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

/**
 * The waiting list over HTTP: who may, what is refused, and an offer from its making to its end.
 */
class WaitlistRoutesIT {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final LocalDate DAY = LocalDate.now(PARIS).plusDays(3);

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

  /** A reception with a name of its own: each test has its own list. */
  private static UUID begun(String service) {
    UUID id = UUID.randomUUID();
    TestBrowser.Answer answer =
        nadia.post(
            "/api/schedules",
            ("{\"scheduleId\":\"%s\",\"siteId\":\"lilas\",\"service\":\"%s\",\"kind\":\"APPOINTMENT\","
                    + "\"rule\":\"FREQ=DAILY\",\"validFrom\":\"%s\",\"opensAt\":\"09:00\","
                    + "\"closesAt\":\"12:00\",\"slotMinutes\":30,\"capacity\":1,\"languages\":[\"fr\"]}")
                .formatted(id, service, DAY));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private static String startsAt(String time) {
    return DAY.atTime(LocalTime.parse(time)).atZone(PARIS).toOffsetDateTime().toString();
  }

  private static UUID booked(UUID schedule, String time) {
    UUID id = UUID.randomUUID();
    TestBrowser.Answer answer =
        claire.post(
            "/api/appointments",
            "{\"appointmentId\":\"%s\",\"scheduleId\":\"%s\",\"startsAt\":\"%s\",\"name\":\"M. R.\"}"
                .formatted(id, schedule, startsAt(time)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return id;
  }

  private static TestBrowser.Answer join(UUID id, String service, String more) {
    return claire.post(
        "/api/waiting-list",
        "{\"waitId\":\"%s\",\"siteId\":\"lilas\",\"service\":\"%s\"%s}"
            .formatted(id, service, more.isEmpty() ? "" : "," + more));
  }

  private static TestBrowser.Answer offer(UUID id, UUID schedule, String time) {
    return claire.post(
        "/api/slot-offers",
        "{\"offerId\":\"%s\",\"scheduleId\":\"%s\",\"startsAt\":\"%s\"}"
            .formatted(id, schedule, startsAt(time)));
  }

  private static TestBrowser.Answer answer(UUID offer, boolean takes) {
    return claire.post("/api/slot-offers/" + offer + "/answer", "{\"takes\":" + takes + "}");
  }

  private static String list() {
    return claire.get("/api/waiting-list?siteId=lilas").body();
  }

  @Test
  void somebodyWaitsIsOfferedAnHourAndTakesIt() {
    UUID schedule = begun("bilan");
    UUID wait = UUID.randomUUID();
    String person = "\"name\":\"Mme T.\",\"number\":\"06 39 98 12 79\"";
    assertThat(join(wait, "bilan", person).status()).isEqualTo(200);
    assertThat(join(wait, "bilan", person).status()).isEqualTo(200);
    assertThat(join(wait, "bilan", "\"name\":\"M. D.\"").field("code")).isEqualTo("OTHER_WAIT");
    assertThat(list()).contains("Mme T.").doesNotContain("981279", "98 12 79");
    UUID offer = UUID.randomUUID();

    TestBrowser.Answer offered = offer(offer, schedule, "09:30");

    assertThat(offered.field("byPhone")).isEqualTo("NO_YES");
    assertThat(offer(offer, schedule, "09:30").body()).isEqualTo(offered.body());
    assertThat(offer(UUID.randomUUID(), schedule, "10:00").field("code")).isEqualTo("NOBODY_WAITS");
    assertThat(claire.get("/api/slots?siteId=lilas").body()).contains("\"free\":0,\"offered\":1");
    assertThat(claire.post("/api/waiting-list/" + wait + "/leave", "{}").field("code"))
        .isEqualTo("IS_ASKED");
    assertThat(claire.post("/api/slot-offers/" + offer + "/number", "{}").field("dial"))
        .isEqualTo("+33639981279");
    assertThat(answer(offer, true).field("status")).isEqualTo("TAKEN");
    assertThat(answer(offer, true).field("status")).isEqualTo("TAKEN");
    assertThat(answer(offer, false).field("code")).isEqualTo("OFFER_OVER");
    assertThat(claire.post("/api/slot-offers/" + offer + "/number", "{}").status()).isEqualTo(404);
    assertThat(claire.get("/api/appointments?siteId=lilas&day=" + DAY).body())
        .containsOnlyOnce("Mme T.");
    assertThat(list()).doesNotContain("Mme T.");
  }

  @Test
  void whatIsGivenUpIsOfferedByItself() {
    UUID schedule = begun("ecoute");
    UUID given = booked(schedule, "10:00");
    UUID later = booked(schedule, "11:00");
    String wait = "{\"waitId\":\"" + UUID.randomUUID() + "\"}";
    String path = "/api/appointments/" + later + "/wait";
    assertThat(claire.post(path, wait).field("appointmentId")).isEqualTo(later.toString());
    assertThat(claire.post(path, "{\"waitId\":\"" + UUID.randomUUID() + "\"}").field("code"))
        .isEqualTo("WAITS_ALREADY");

    claire.post("/api/appointments/" + given + "/status", "{\"status\":\"EXCUSED\"}");

    assertThat(list()).contains("\"byPhone\":\"NO_NUMBER\"", "\"status\":\"OPEN\"");
    assertThat(
            claire
                .post(
                    "/api/appointments/" + UUID.randomUUID() + "/wait",
                    "{\"waitId\":\"" + UUID.randomUUID() + "\"}")
                .field("code"))
        .isEqualTo("NOT_NOW");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          douches | ''                      | service   | INVALID_VALUE
          soins   | "number":"12"           | number    | INVALID_VALUE
          soins   | "smsAgreed":true        | number    | MISSING_FIELD
          soins   | "lastDay":"2026-02-30"  | lastDay   | INVALID_VALUE
          soins   | "lastDay":"2026-01-01"  | lastDay   | OUT_OF_RANGE
          soins   | "language":"klingon"    | language  | TOO_LONG
          soins   | "order":1               | order     | UNKNOWN_FIELD
          """)
  void whatIsWrongIsNamed(String service, String more, String field, String code) {
    begun("soins");

    TestBrowser.Answer refused = join(UUID.randomUUID(), service, more);

    assertThat(refused.field("field")).isEqualTo(field);
    assertThat(refused.field("code")).isEqualTo(code);
  }

  @Test
  void nothingIsThereForWhoAsksForNothing() {
    assertThat(answer(UUID.randomUUID(), true).status()).isEqualTo(404);
    assertThat(claire.post("/api/waiting-list/" + UUID.randomUUID() + "/leave", "{}").status())
        .isEqualTo(404);
    assertThat(claire.get("/api/waiting-list").field("field")).isEqualTo("siteId");
    assertThat(
            claire.post("/api/slot-offers/" + UUID.randomUUID() + "/answer", "{}").field("field"))
        .isEqualTo("takes");
  }
}
