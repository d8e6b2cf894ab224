package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.hotline115.gateway.TestBrowser;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A shelter shuts places of its own on a phone, and its night team tells figures by a link. */
class ShelterClosesJourney {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    browsers = new Browsers();
  }

  @AfterAll
  static void stop() {
    browsers.close();
    gateway.close();
  }

  @AfterEach
  void noPageBroke() {
    Assertions.assertThat(browsers.broken()).isEmpty();
  }

  private static Page phone(ColorScheme theme, String language) {
    Page page = browsers.page(theme, language);
    page.setViewportSize(390, 844);
    return page;
  }

  private static Page signedIn(ColorScheme theme, String language) {
    Page page = phone(theme, language);
    Pages.signIn(page, gateway, "/places", "lilas");
    return page;
  }

  static Stream<Arguments> closing() {
    return Stream.of(
        Arguments.of(ColorScheme.LIGHT, "fr", "Fermer des places", "Fermer 2 places", "Rouvrir"),
        Arguments.of(ColorScheme.DARK, "en", "Close places", "Close 2 places", "Reopen"));
  }

  @ParameterizedTest
  @MethodSource("closing")
  void aShelterShutsPlacesOfItsOwnAndOpensThemAgain(
      ColorScheme theme, String language, String open, String close, String reopen) {
    Page page = signedIn(theme, language);
    String name = theme + "-" + language;
    Locator group =
        page.locator(".own-closures li", new Page.LocatorOptions().setHasText("Chambres famille"));
    int before = openPlaces();

    button(group, open).click();
    assertThat(group.locator("h4")).isFocused();
    group.locator(".big-step button").last().click();
    button(group, close).click();
    assertThat(group.locator("select[name=reason]")).isFocused();
    assertThat(group.locator("[role=status].problem")).isVisible();
    Pages.readsWell(page, "shelter-closes-" + name + "-closing");
    group.locator("select[name=reason]").selectOption("PEST");
    group.locator("select[name=end]").selectOption("TOMORROW");
    group.locator("input[name=note]").fill("chambre 12");
    button(group, close).click();

    assertThat(group.locator(".own-closure")).containsText("chambre 12");
    assertThat(button(group, open)).isFocused();
    Assertions.assertThat(openPlaces()).isEqualTo(before - 2);
    Pages.readsWell(page, "shelter-closes-" + name + "-closed");
    Assertions.assertThat(button(group, reopen).boundingBox().height)
        .as("thumb-high")
        .isGreaterThanOrEqualTo(44);
    button(group, reopen).click();

    assertThat(group.locator(".own-closure")).hasCount(0);
    Assertions.assertThat(openPlaces()).isEqualTo(before);
    page.context().close();
  }

  @Test
  void aShelterSeesAndShutsNobodyElsesPlaces() {
    TestBrowser lilas = gateway.browser().signIn("lilas");
    gateway
        .browser()
        .signIn("nadia")
        .post("/api/closures", closure("etoile", UUID.randomUUID().toString()));

    Assertions.assertThat(lilas.get("/api/closures").body()).doesNotContain("etoile");
    TestBrowser.Answer refused =
        lilas.post("/api/closures", closure("etoile", UUID.randomUUID().toString()));

    Assertions.assertThat(refused.status()).isEqualTo(403);
    Assertions.assertThat(refused.field("code")).isEqualTo("NOT_YOURS");
  }

  private static String closure(String group, String id) {
    return "{\"closureId\":\"%s\",\"placeGroupId\":\"%s\",\"places\":1,\"reason\":\"WORKS\"}"
        .formatted(id, group);
  }

  private static int openPlaces() {
    return gateway.board.readBoard().ofSite("lilas").stream()
        .filter(group -> group.placeGroupId().value().equals("lilas-famille"))
        .findFirst()
        .orElseThrow()
        .open();
  }

  private static Locator button(Locator within, String name) {
    return within.locator(
        "button", new Locator.LocatorOptions().setHasText(Pattern.compile("^\\s*" + name)));
  }

  @ParameterizedTest
  @MethodSource("themes")
  void theNightTeamSaysItsFigureThroughALinkWithoutAnAccount(ColorScheme theme) {
    TestBrowser sophie = gateway.browser().signIn("sophie");
    String address = sophie.post("/api/sites/lilas/link", "{}").field("address");
    Page page = phone(theme, "fr");

    page.navigate("http://127.0.0.1:" + gateway.port + URI.create(address).getPath());
    assertThat(page.locator(".libre-card h2")).isVisible();
    Pages.readsWell(page, "shelter-closes-libre-" + theme);
    int groups = gateway.board.readBoard().ofSite("lilas").size();
    for (int each = 0; each < groups; each++) {
      page.locator(".libre-card button.main").click();
    }

    assertThat(page.locator(".libre-card li")).hasCount(groups);
    Pages.readsWell(page, "shelter-closes-libre-thanks-" + theme);
    page.navigate("http://127.0.0.1:" + gateway.port + "/libre/no-such-link");
    assertThat(page.locator("[role=alert]")).isVisible();
    Pages.readsWell(page, "shelter-closes-libre-over-" + theme);
    page.context().close();
  }

  @ParameterizedTest
  @MethodSource("themes")
  void aShelterSaysItselfHowItIsReached(ColorScheme theme) {
    Page page = signedIn(theme, "fr");
    Locator contact = page.locator(".own-contact");
    assertThat(contact).hasCount(1);
    button(contact, "Changer").click();
    contact.locator("select[name=askBy]").selectOption("LINK");
    contact.locator("input[name=number]").fill("12");
    button(contact, "Enregistrer").click();
    assertThat(contact.locator("input[name=number]")).isFocused();
    Pages.readsWell(page, "shelter-closes-contact-refused-" + theme);

    contact.locator("input[name=number]").fill("04 65 71 00 77");
    button(contact, "Enregistrer").click();

    assertThat(contact.locator("[role=status]")).containsText("Enregistré");
    assertThat(contact.locator("p").first()).containsText("SMS avec un lien");
    assertThat(contact).not().containsText("71 00 77");
    Pages.readsWell(page, "shelter-closes-contact-saved-" + theme);
    page.context().close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,etoile/channel,NOT_YOURS",
    "PUT,etoile/channel,NOT_YOURS",
    "GET,nowhere/channel,NOT_YOURS",
    "POST,lilas/code,NOT_ALLOWED",
    "POST,lilas/link,NOT_ALLOWED",
    "GET,lilas/keys,NOT_ALLOWED"
  })
  void theDoorsAndTheContactsOfOthersStayShut(String method, String path, String code) {
    TestBrowser lilas = gateway.browser().signIn("lilas");
    String body =
        switch (method) {
          case "PUT" -> "{\"askBy\":\"PERSON\",\"language\":\"fr\",\"askedAtNight\":false}";
          case "POST" -> "{}";
          default -> null;
        };

    TestBrowser.Answer refused = lilas.send(method, "/api/sites/" + path, body);

    Assertions.assertThat(refused.status()).isEqualTo(403);
    Assertions.assertThat(refused.field("code")).isEqualTo(code);
  }

  static Stream<ColorScheme> themes() {
    return Stream.of(ColorScheme.LIGHT, ColorScheme.DARK);
  }
}
