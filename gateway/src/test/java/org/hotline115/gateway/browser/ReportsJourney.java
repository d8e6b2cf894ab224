package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.statistics.CallBook;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor reads the figures of a day of 25 hours, by keyboard, and takes them along. */
class ReportsJourney {

  private static final Instant MIDNIGHT = Instant.parse("2026-10-24T22:00:00Z");

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    browsers = new Browsers();
    CallBook book = new CallBook(gateway.database);
    List<Integer> hours = List.of(0, 2, 2, 3, 3, 3, 9, 10, 10, 10, 10, 15, 19, 19, 19, 20, 23, 24);
    for (int i = 0; i < hours.size(); i++) {
      Instant at = MIDNIGHT.plusSeconds(3_600L * hours.get(i) + 60L * i);
      if (i % 3 == 0) {
        book.answered(i % 6 == 0 ? null : CallBook.key(i), at, 40L * i);
      } else {
        book.leaves(CallBook.key(i % 7), at, 7L * i, QueueExit.ABANDONED);
      }
    }
    CallId menu = book.arrives(CallBook.key(3), "professional", MIDNIGHT.plusSeconds(40_000));
    book.tell(new CallFact.LanguageChosen(menu, MIDNIGHT.plusSeconds(40_003), "ar"));
    book.tell(new CallFact.Ended(menu, MIDNIGHT.plusSeconds(40_020), 16));
  }

  @AfterAll
  static void stop() {
    browsers.close();
    gateway.close();
  }

  @AfterEach
  void noPageBroke() {
    assertThat(browsers.broken()).isEmpty();
  }

  private static Page reports(ColorScheme theme, String language) {
    Page page = browsers.page(theme, language);
    Pages.signIn(page, gateway, "/reports", "sophie");
    page.locator(".report-lead").waitFor();
    return page;
  }

  @Test
  void aSupervisorReadsADayAndTakesItAlong() throws IOException {
    Page sophie = reports(ColorScheme.LIGHT, "fr");
    sophie.locator("#report-day").fill("2026-10-25");
    sophie.locator("#report-day").press("Tab");

    assertThat(sophie.locator(".page-line h2")).containsText("dimanche 25 octobre");
    assertThat(sophie.locator(".report-lead")).containsText("31,6 %");
    assertThat(sophie.locator(".report-lead")).containsText("6 sur 19");
    assertThat(sophie.locator("figure-chart figcaption"))
        .containsText("Reçus : 19 ; décrochés : 6");
    assertThat(sophie.locator(".report-group tr", row("Rappels aboutis")))
        .containsText("sans objet");
    assertThat(sophie.locator(".report-group tr", row("Taux d’abandon")))
        .containsText("B / (O - S)");
    sophie.locator(".report-cut summary").press("Enter");
    assertThat(sophie.locator("table.rows tbody tr")).hasCount(25);
    assertThat(
            sophie.locator(
                "table.rows tbody th",
                new Page.LocatorOptions().setHasText(Pattern.compile("^2.h$"))))
        .hasCount(2);
    Pages.readsWell(sophie, "reports-day");

    Download file = sophie.waitForDownload(() -> sophie.locator("a[download]").press("Enter"));
    assertThat(file.suggestedFilename()).isEqualTo("115-2026-10-25-2026-10-25.csv");
    assertThat(Files.readString(file.path())).contains("answerRateReceived;SHARE;A / R;1;0,31");
    sophie.context().close();
  }

  @Test
  void aMonthInTheDarkByDayAndByLanguage() {
    Page sophie = reports(ColorScheme.DARK, "en");
    sophie.locator("#report-day").fill("2026-10-25");
    sophie.locator("#report-day").press("Tab");
    sophie.locator("#report-span").selectOption("MONTH");

    assertThat(sophie.locator(".page-line h2")).containsText("31 October");
    assertThat(sophie.locator("figure-chart figcaption")).containsText("at the peak: 19");
    Pages.readsWell(sophie, "reports-month-dark");
    sophie.locator("#report-by").selectOption("LANGUAGE");
    sophie.locator(".report-cut summary").click();
    assertThat(sophie.locator("table.rows tbody")).containsText("not chosen");
    sophie.locator("#report-line").selectOption("professional");
    assertThat(sophie.locator(".report-lead")).containsText("0 of 1");
    sophie.context().close();
  }

  @Test
  void whoGaveUpTodayIsRungByKeyboard() {
    Instant now = RecordCall.moment(Instant.now());
    CallId gone = new CallId("hotline1-1795350000.77");
    gateway.calls.accept(
        new CallFact.Arrived(gone, now, "public", gateway.callers.identify("0639981277")));
    gateway.calls.accept(new CallFact.EnteredQueue(gone, now, "public", 1));
    gateway.calls.accept(new CallFact.LeftQueue(gone, now.plusSeconds(20), QueueExit.ABANDONED));
    gateway.calls.accept(new CallFact.Ended(gone, now.plusSeconds(20), 16));

    Page sophie = reports(ColorScheme.LIGHT, "fr");
    assertThat(sophie.locator(".abandoned li")).containsText("•• 77");
    assertThat(sophie.locator(".abandoned li")).containsText("a attendu 20");
    Pages.readsWell(sophie, "reports-abandoned");
    sophie.locator(".abandoned button").press("Enter");
    assertThat(sophie.locator("abandoned-list [role=status]")).containsText("sera rappelé");
    assertThat(sophie.locator("abandoned-list")).containsText("Personne.");
    assertThat(gateway.callbacks.readCallbacks().owed()).hasSize(1);
    sophie.context().close();
  }

  private static Page.LocatorOptions row(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }
}
