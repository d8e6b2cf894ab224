package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.hotline115.gateway.TestBrowser;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A woman must be driven to a secret house: its address opens for who sends the driver. */
class SecretWayJourney {

  private static final String ADDRESS = "9 impasse des Cerises";

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static Browsers browsers;
  private static String placementId;

  @BeforeAll
  static void claireHasPromisedASecretPlace() {
    gateway = new TestGateway(folder);
    browsers = new Browsers();
    TestBrowser claire = gateway.browser().signIn("claire");
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    claire.patch(
        "/api/contacts/" + contact,
        "{\"version\":1,\"householdType\":\"WOMAN_ALONE\",\"adults\":1}");
    String hold = UUID.randomUUID().toString();
    claire.post(
        "/api/holds",
        "{\"holdId\":\"%s\",\"placeGroupId\":\"etoile\",\"places\":1,\"contactId\":\"%s\"}"
            .formatted(hold, contact));
    placementId = UUID.randomUUID().toString();
    TestBrowser.Answer promised =
        claire.post(
            "/api/holds/" + hold + "/confirm",
            "{\"placementId\":\"" + placementId + "\",\"sms\":false}");
    Assertions.assertThat(promised.status()).as(promised.body()).isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    browsers.close();
    gateway.close();
  }

  private static Page arrivals(ColorScheme theme, String language, String who) {
    Page page = browsers.page(theme, language);
    Pages.signIn(page, gateway, "/arrivals", who);
    page.locator("to-check-list h2").first().waitFor();
    return page;
  }

  /** Who opened it for whom, in the order of the trail. */
  private static List<String> openings() {
    return gateway.database.with(handle ->
        handle
            .createQuery(
                "SELECT actor || ' ' || action FROM audit_event"
                    + " WHERE action LIKE 'ADDRESS_OPENED_FOR_%' AND object_id = :id ORDER BY seq")
            .bind("id", placementId)
            .mapTo(String.class)
            .list());
  }

  private static Locator driver(Page page, String word) {
    return page.locator("secret-way button", new Page.LocatorOptions().setHasText(word));
  }

  @Test
  void whoPromisedItAndACoordinatorOpenItOnRecordAndNobodyElse() {
    Page claire = arrivals(ColorScheme.LIGHT, "fr", "claire");
    assertThat(claire.locator("secret-way")).containsText("Maison Étoile");
    assertThat(claire.locator("body")).not().containsText("Cerises");
    Pages.readsWell(claire, "secret-way-shut");
    Assertions.assertThat(openings()).as("looking at the list opens nothing").isEmpty();

    driver(claire, "Adresse pour le taxi").click();
    assertThat(claire.locator("secret-way li")).containsText(ADDRESS);
    assertThat(claire.locator("secret-way [role=status]")).containsText("notée à votre nom");
    Pages.readsWell(claire, "secret-way-open");
    Assertions.assertThat(openings()).containsExactly("claire ADDRESS_OPENED_FOR_TAXI");
    claire
        .locator("secret-way button", new Page.LocatorOptions().setHasText("Refermer l’adresse"))
        .press("Enter");
    assertThat(claire.locator("body")).not().containsText("Cerises");

    Page nadia = arrivals(ColorScheme.DARK, "en", "nadia");
    assertThat(nadia.locator("body")).not().containsText("Cerises");
    nadia.locator("secret-way li button").nth(1).press("Enter");
    assertThat(nadia.locator("secret-way li")).containsText(ADDRESS);
    Pages.readsWell(nadia, "secret-way-open-dark");
    Assertions.assertThat(openings())
        .containsExactly("claire ADDRESS_OPENED_FOR_TAXI", "nadia ADDRESS_OPENED_FOR_OUTREACH");

    Page karim = arrivals(ColorScheme.LIGHT, "fr", "karim");
    assertThat(karim.locator("secret-way li")).hasCount(0);
    Assertions.assertThat(browsers.broken()).isEmpty();
  }
}
