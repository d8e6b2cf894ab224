package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.place.Household;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor lets callers be told what the board says, and it ends by itself. */
class NoticeBrowserJourney {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static Browsers browsers;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    browsers = new Browsers();
    gateway
        .board
        .readBoard()
        .view(Household.ANYBODY)
        .groups()
        .forEach(group ->
            gateway
                .board
                .setFreePlaces()
                .run(group.placeGroupId(), 0, "le soir", UpdateSource.WEB));
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

  private static Page lines(ColorScheme theme, String language, String who) {
    Page page = browsers.page(theme, language);
    Pages.signIn(page, gateway, "/lines", who);
    page.locator("notice-board .notices li").first().waitFor();
    return page;
  }

  private static Locator row(Page page, String words) {
    return page.locator("notice-board .notices li", new Page.LocatorOptions().setHasText(words));
  }

  @Test
  void theBoardProposesASupervisorApprovesByKeyboardAndAFreePlaceEndsIt() {
    Page sophie = lines(ColorScheme.LIGHT, "fr", "sophie");
    Pages.readsWell(sophie, "notices-proposed");

    Locator women = row(sophie, "Plus de place pour une femme seule");
    women.locator("select").focus();
    sophie.keyboard().press("ArrowDown");
    sophie.keyboard().press("Tab");
    sophie.keyboard().press("Enter");
    assertThat(women).containsText("dit jusqu’à");
    assertThat(women).containsText("approuvé par sophie");

    Page claire = lines(ColorScheme.DARK, "en", "claire");
    assertThat(row(claire, "No place left for a woman alone")).containsText("approved by sophie");
    assertThat(claire.locator("notice-board button")).hasCount(0);
    Pages.readsWell(claire, "notices-said-dark");
    Pages.readsWell(sophie, "notices-said");

    Locator men = row(sophie, "Plus de place pour un homme seul");
    men.locator("button").click();
    assertThat(men).containsText("dit jusqu’à");
    Locator couple = row(sophie, "Plus de place pour un couple");
    couple.locator("button").click();
    assertThat(sophie.locator("notice-board [role=alert]")).containsText("Deux messages au plus");
    men.locator("button").click();
    assertThat(men).containsText("Jusqu’à");
    assertThat(sophie.locator("notice-board [role=alert]")).isEmpty();

    gateway.browser().signIn("sophie").put("/api/place-groups/lilas-femmes/free", "{\"free\":2}");

    assertThat(women).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(15_000));
    sophie.locator("notice-board summary").click();
    assertThat(sophie.locator(".notices-past")).containsText("une place est libre");
    assertThat(sophie.locator(".notices-past")).containsText("arrêté par sophie");
    Pages.readsWell(sophie, "notices-ended");
    claire.context().close();
    sophie.context().close();
  }
}
