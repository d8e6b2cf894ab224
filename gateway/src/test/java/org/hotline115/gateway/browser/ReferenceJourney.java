package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A coordinator adds "Punaises de lit"; a shelter whose page is open is offered it on its phone.
 */
class ReferenceJourney {

  /** The open page looks again every 15 seconds. */
  private static final double FOLLOWS_MILLIS = 25_000;

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

  private static Page page(ColorScheme theme, String language, String who, String path) {
    Page page = browsers.page(theme, language);
    Pages.signIn(page, gateway, path, who);
    return page;
  }

  private static Locator row(Page page, String code) {
    return page.locator(".list-row[data-code='" + code + "']");
  }

  @Test
  void aFinerReasonIsAddedOfferedUsedAndRetired() {
    Page shelter = page(ColorScheme.LIGHT, "fr", "lilas", "/places");
    shelter.setViewportSize(390, 844);
    Locator group =
        shelter.locator(
            ".own-closures li", new Page.LocatorOptions().setHasText("Chambres famille"));
    group.locator("button", new Locator.LocatorOptions().setHasText("Fermer des places")).click();
    Locator offered = group.locator("select[name=reason] option[value='PEST/punaises-de-lit']");
    assertThat(offered).hasCount(0);

    Page nadia = page(ColorScheme.LIGHT, "fr", "nadia", "/coordination#lists");
    nadia.locator("#list-parent").selectOption("PEST");
    nadia.locator("#list-fr").fill("Punaises de lit");
    nadia.locator("#list-fr").press("Enter");
    assertThat(nadia.locator(".list-acts [role=status]")).containsText("en français et en anglais");
    nadia.locator("#list-en").fill("Bedbugs");
    nadia.locator("#list-en").press("Enter");
    assertThat(row(nadia, "punaises-de-lit")).containsText("compte comme nuisibles");
    row(nadia, "STAFF_SHORTAGE").locator("input").first().fill("pas assez de monde");
    row(nadia, "CONVENTION_END").locator("input[type=checkbox]").uncheck();
    Pages.readsWell(nadia, "lists-unsaved");
    nadia.locator(".list-acts button.main").press("Enter");
    assertThat(nadia.locator(".list-acts [role=status]")).containsText("Enregistré");

    assertThat(offered)
        .hasText(
            "nuisibles\u00a0: Punaises de lit",
            new LocatorAssertions.HasTextOptions().setTimeout(FOLLOWS_MILLIS));
    assertThat(group.locator("select[name=reason]")).containsText("pas assez de monde");
    assertThat(group.locator("select[name=reason] option[value=CONVENTION_END]")).hasCount(0);
    group.locator("select[name=reason]").selectOption("PEST/punaises-de-lit");
    Pages.readsWell(shelter, "lists-offered-on-the-phone");
    group.locator("button", new Locator.LocatorOptions().setHasText("Fermer 1 place")).click();
    assertThat(group.locator(".own-closure")).containsText("nuisibles\u00a0: Punaises de lit");
    Pages.readsWell(shelter, "lists-closed-on-the-phone");
    Assertions.assertThat(closures()).isEqualTo("PEST punaises-de-lit");

    Locator bedbugs = row(nadia, "punaises-de-lit");
    bedbugs.locator("button", new Locator.LocatorOptions().setHasText("Supprimer")).press("Enter");
    nadia.locator(".list-acts button.main").press("Enter");
    assertThat(nadia.locator(".list-acts [role=status]")).containsText("ne la proposez plus");
    nadia.locator(".list-acts button").last().press("Enter");
    bedbugs.locator("input[type=checkbox]").uncheck();
    nadia.locator(".list-acts button.main").press("Enter");
    assertThat(nadia.locator(".list-acts [role=status]")).containsText("Enregistré");
    nadia.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    nadia.reload();
    assertThat(row(nadia, "punaises-de-lit").locator("input[type=checkbox]")).not().isChecked();
    Pages.readsWell(nadia, "lists-retired-dark");
    Page english = page(ColorScheme.DARK, "en", "nadia", "/coordination#closures");
    assertThat(english.locator("closure-list .keep-rows")).containsText("pests: Bedbugs");
    Assertions.assertThat(browsers.broken()).isEmpty();
  }

  @Test
  void everyListReadsWellAndTheDeskAsksInTheWordsOfTheHouse() {
    Page nadia = page(ColorScheme.LIGHT, "fr", "nadia", "/coordination#lists");
    int lists = nadia.locator("#list-shown option").count();
    for (int list = 0; list < lists; list++) {
      nadia
          .locator("#list-shown")
          .selectOption(nadia.locator("#list-shown option").nth(list).getAttribute("value"));
      assertThat(nadia.locator(".list-row").first()).isVisible();
      Assertions.assertThat(nadia.locator(".list-row input[placeholder='']").count())
          .as("each code has words")
          .isZero();
    }
    nadia.locator("#list-shown").selectOption("NEED");
    assertThat(nadia.locator("reference-lists form")).hasCount(0);
    row(nadia, "FOOD").locator("input").first().fill("Repas chaud");
    row(nadia, "FOOD").locator("button").first().click();
    nadia.locator(".list-acts button.main").click();
    assertThat(nadia.locator(".list-acts [role=status]")).containsText("Enregistré");
    Pages.readsWell(nadia, "lists-needs");

    Page claire = page(ColorScheme.LIGHT, "fr", "claire", "/");
    claire.locator(".wide-button").first().click();
    assertThat(claire.locator("#contact-needs")).containsText("Repas chaud");
    Assertions.assertThat(browsers.broken()).isEmpty();
  }

  private static String closures() {
    return gateway.database.with(handle ->
        handle
            .createQuery("SELECT reason || ' ' || own_code FROM place_closure WHERE own_code <> ''")
            .mapTo(String.class)
            .one());
  }
}
