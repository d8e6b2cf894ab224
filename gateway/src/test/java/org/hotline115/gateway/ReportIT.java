package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.statistics.CallBook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report over HTTP: who may, what is refused, and the same figures as a file. */
class ReportIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOON = Instant.parse("2026-10-25T11:00:00Z");
  private static final String LONG_DAY = "day=2026-10-25";

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestBrowser sophie;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    sophie = gateway.browser().signIn("sophie");
    CallBook book = new CallBook(gateway.database);
    book.answered(CallBook.key(1), NOON, 20);
    book.leaves(CallBook.key(1), NOON.minusSeconds(300), 60, QueueExit.ABANDONED);
    book.leaves(null, NOON.plusSeconds(60), 4, QueueExit.ABANDONED);
    CallId strange = book.arrives(CallBook.key(2), "professional", NOON);
    book.tell(new CallFact.LanguageChosen(strange, NOON, "=1+1"));
    book.tell(new CallFact.Ended(strange, NOON.plusSeconds(5), 16));
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  private static JsonNode report(String query) throws IOException {
    TestBrowser.Answer answer = sophie.get("/api/reports?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static JsonNode indicator(JsonNode report, String code) {
    for (JsonNode indicator : report.path("indicators")) {
      if (indicator.path("code").asText().equals(code)) {
        return indicator;
      }
    }
    throw new AssertionError("no " + code);
  }

  @Test
  void aReportSaysWhatOneMustKnowToCountItAgain() throws IOException {
    JsonNode day = report(LONG_DAY + "&by=HOUR");

    assertThat(day.path("whole").asBoolean()).isTrue();
    assertThat(day.path("zone").asText()).isEqualTo("Europe/Paris");
    assertThat(day.path("from").asText()).isEqualTo("2026-10-24T22:00:00Z");
    assertThat(day.path("serviceLevelSeconds").asLong()).isEqualTo(120);
    assertThat(day.path("rows")).hasSize(25);
    assertThat(day.path("outcomes").path("received").asLong()).isEqualTo(4);
    JsonNode rate = indicator(day, "answerRateReceived");
    assertThat(rate.path("value").asDouble()).isEqualTo(0.25);
    assertThat(rate.path("used").asLong()).isEqualTo(4);
    assertThat(rate.path("formula").asText()).isEqualTo("A / R");
    assertThat(rate.path("version").asInt()).isEqualTo(1);
    assertThat(indicator(day, "callbackReachRate").path("value").isNull()).isTrue();
    JsonNode emptyHour = day.path("rows").path(0).path("values");
    assertThat(emptyHour.path("received").asDouble()).isZero();
    assertThat(emptyHour.path("answerRateReceived").isNull()).isTrue();
  }

  @Test
  void aLineAndHoursNarrowItAndAPeriodThatIsNotOverEndsNow() throws IOException {
    assertThat(report(LONG_DAY + "&line=professional").path("outcomes").path("ivrOnly").asLong())
        .isEqualTo(1);
    assertThat(report(LONG_DAY + "&fromHour=13").path("outcomes").path("received").asLong())
        .isZero();
    assertThat(report(LONG_DAY + "&fromHour=2&untilHour=3&by=HOUR").path("rows")).hasSize(2);
    JsonNode today = report("span=MONTH");
    assertThat(today.path("until").asText()).isEqualTo(today.path("computedAt").asText());
  }

  @Test
  void theFileSaysTheSameAndIsNoFormula() throws IOException {
    TestBrowser.Answer file = sophie.get("/api/reports/export?by=LANGUAGE&" + LONG_DAY);
    assertThat(file.body()).startsWith("\uFEFFfrom;until;zone;line;by;row;");

    CSVFormat format =
        CSVFormat.Builder.create(CSVFormat.EXCEL)
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    List<CSVRecord> lines = format.parse(new StringReader(file.body().substring(1))).getRecords();
    JsonNode report = report("by=LANGUAGE&" + LONG_DAY);
    int figures = report.path("indicators").size();
    assertThat(lines).hasSize(figures * (1 + report.path("rows").size()));
    for (int i = 0; i < figures; i++) {
      JsonNode indicator = report.path("indicators").path(i);
      assertThat(lines.get(i).get("code")).isEqualTo(indicator.path("code").asText());
      String value = lines.get(i).get("value");
      assertThat(value.isEmpty()).isEqualTo(indicator.path("value").isNull());
      if (!value.isEmpty()) {
        assertThat(Double.parseDouble(value.replace(',', '.')))
            .isCloseTo(indicator.path("value").asDouble(), withinPercentage(0.001));
      }
    }
    assertThat(lines).extracting(line -> line.get("row")).contains("'=1+1").doesNotContain("=1+1");
  }

  @Test
  void figuresAreForSupervisors() {
    TestBrowser claire = gateway.browser().signIn("claire");

    assertThat(claire.get("/api/reports").status()).isEqualTo(403);
    assertThat(claire.get("/api/reports/export").status()).isEqualTo(403);
    assertThat(claire.get("/api/abandoned").status()).isEqualTo(403);
    assertThat(claire.post("/api/abandoned/hotline1-1.1/callback", "{}").status()).isEqualTo(403);
  }

  @Test
  void whoDidNotGiveUpTodayIsNotRung() {
    assertThat(sophie.post("/api/abandoned/hotline1-9.9/callback", "{}").body())
        .contains("NOT_ABANDONED");
    assertThat(sophie.post("/api/abandoned/hotline1-9.9/callback", "{\"now\":true}").body())
        .contains("\"field\":\"now\"");
    assertThat(sophie.post("/api/abandoned/;drop/callback", "{}").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "span=YEAR, span",
    "day=hier, day",
    "day=1789-07-14, day",
    "span=WEEK&fromHour=8, span",
    "fromHour=25, fromHour",
    "fromHour=9&untilHour=9, untilHour",
    "day=2026-03-29&fromHour=2&untilHour=3, untilHour",
    "line=nowhere, line",
    "by=AGENT, by",
    "agent=claire, agent"
  })
  void whatIsNoPeriodIsRefusedWithItsField(String query, String field) {
    TestBrowser.Answer refused = sophie.get("/api/reports?" + query);

    assertThat(refused.status()).as(refused.body()).isIn(400, 422);
    assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
  }
}
