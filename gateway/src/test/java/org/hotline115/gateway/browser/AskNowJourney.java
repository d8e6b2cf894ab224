package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.hotline115.callflow.message.FindResult;
import org.hotline115.callflow.message.OutgoingText;
import org.hotline115.callflow.message.SendResult;
import org.hotline115.callflow.message.SmsGateway;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.TestBrowser;
import org.hotline115.gateway.TestGateway;
import org.hotline115.gateway.sms.JournalSms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family is on the line and a shelter has been silent: a coordinator asks it at once. */
class AskNowJourney {

  /** Before the first round of the service, which would ask by itself. */
  private static final LocalTime AFTER_LUNCH = LocalTime.of(14, 0);

  @TempDir static Path folder;

  private static final List<String> left = new CopyOnWriteArrayList<>();
  private static TestGateway gateway;
  private static Browsers browsers;

  /** The journal that the demo has, which remembers what was shown. */
  private static final class HeardJournal implements SmsGateway {

    private final JournalSms journal = new JournalSms();

    @Override
    public String provider() {
      return journal.provider();
    }

    @Override
    public SendResult send(OutgoingText text) {
      left.add(text.to().e164() + " " + text.body());
      return journal.send(text);
    }

    @Override
    public FindResult find(OutgoingText text) {
      return journal.find(text);
    }
  }

  @BeforeAll
  static void start() {
    Instant now = Instant.now();
    ZonedDateTime afternoon = now.atZone(TestGateway.PARIS).with(AFTER_LUNCH);
    gateway =
        new TestGateway(
            folder,
            new HeardJournal(),
            TestServers.database(),
            Clock.offset(Clock.systemUTC(), Duration.between(now, afternoon)));
    browsers = new Browsers();
    TestBrowser.Answer asked =
        gateway
            .browser()
            .signIn("nadia")
            .put(
                "/api/sites/saint-jean/channel",
                "{\"askBy\":\"SMS\",\"number\":\"04 65 71 12 12\",\"language\":\"fr\",\"askedAtNight\":false}");
    Assertions.assertThat(asked.status()).as(asked.body()).isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    browsers.close();
    gateway.close();
  }

  @Test
  void aSilentShelterIsAskedByOnePressAndTheTextLeaves() {
    Page nadia = browsers.page(ColorScheme.LIGHT, "fr");
    Pages.signIn(nadia, gateway, "/coordination", "nadia");
    Locator row =
        nadia.locator("freshness-list li", new Page.LocatorOptions().setHasText("Dortoir hommes"));
    Locator ask = row.locator("button:has-text('Demander maintenant')");
    assertThat(row).containsText("pas encore demandé ce soir");
    Pages.readsWell(nadia, "ask-now");

    ask.press("Enter");

    assertThat(nadia.locator("freshness-list .fresh-done"))
        .containsText("Abri Saint-Jean, Dortoir hommes : demandé par SMS");
    assertThat(row.locator(".chip").first()).containsText("demandé par SMS");
    TestGateway.await("the text left", () -> !left.isEmpty());
    Assertions.assertThat(left)
        .singleElement()
        .asString()
        .startsWith("+33465711212 SIAO: Abri Saint-Jean, Dortoir hommes, places libres ce soir?");
    nadia.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    Pages.readsWell(nadia, "ask-now-asked-dark");

    ask.click();
    assertThat(row.locator("[role=alert]")).containsText("Laissez-lui dix minutes");
    Pages.readsWell(nadia, "ask-now-refused-dark");
    nadia.navigate("http://127.0.0.1:" + gateway.port + "/messages");
    assertThat(nadia.locator(".messages li")).hasCount(1);
    Assertions.assertThat(left).hasSize(1);
    Assertions.assertThat(browsers.broken()).isEmpty();
  }
}
