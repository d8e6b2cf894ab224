package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An agent notes who is there, finds the same person again by ear, and opens the file, with the
 * keyboard alone.
 */
@Timeout(420)
class PersonJourney {

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void aPersonIsNotedFoundAgainByEarAndTheirFileOpensByKeyboard() {
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    claire.page().evaluate("() => addEventListener('pointerdown', () => (window.clicked = true))");
    someoneComesIn(claire);
    claire.sees(".who-panel", "Sans nom, c’est normal");
    claire.readsWellInBothThemes("who-nobody");

    press(claire, claire.button("Nouvelle personne"));
    assertThat(claire.at("#new-firstName")).isFocused();
    claire.page().keyboard().type("Kadiatou");
    claire.press("Tab").page().keyboard().type("Diallo");
    claire.press("Tab").press("Tab").page().keyboard().type("1994");
    claire
        .press("Enter")
        .sees(".who-linked", "Kadiatou Diallo")
        .sees(".who-linked", "né(e) en 1994");
    closeTheContact(claire);

    someoneComesIn(claire);
    assertThat(claire.at(".who-linked")).hasCount(0);
    claire.press("Control+Shift+K");
    assertThat(claire.at("#who-text")).isFocused();
    claire.page().keyboard().type("dialo kadiatu");
    claire.press("Tab").page().keyboard().type("1995");
    claire.press("Enter").sees(".who-found", "un nom qui s’entend pareil");
    claire.sees(".who-found", "à un an près").sees(".who-panel", "1 personne trouvée");
    claire.readsWellInBothThemes("who-found");
    claire.press("Control+Shift+K").press("Enter").sees(".who-linked", "Kadiatou Diallo");

    claire.press("Control+Shift+K").press("Enter");
    assertThat(claire.at("dialog.person-file")).isVisible();
    claire.sees(".timeline", "Contact").sees(".person-file .person-head", "identité complète");
    aNumberIsNotSafe(claire);
    claire.readsWellInBothThemes("person-file");
    claire.press("Escape");
    assertThat(claire.at("dialog.person-file")).not().isVisible();
    theSheetIsReadyToPaste(claire);
    press(claire, claire.button("Ce n’est pas cette personne"));
    assertThat(claire.at(".who-linked")).hasCount(0);
    whoWasNotedTwiceIsJoinedAndTakenApart(claire);

    assertThat(claire.page().evaluate("window.clicked")).as("the mouse").isNull();
    claire.leave();
  }

  private static void theSheetIsReadyToPaste(Screen claire) {
    claire.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    press(claire, claire.button("Fiche à copier dans SI-SIAO"));
    claire.sees(".siao-sheet", "Diallo").sees(".siao-sheet", "1994");
    assertThat(claire.at("dialog.person-file")).not().isVisible();
    claire.readsWellInBothThemes("siao-sheet");
    press(claire, claire.button("Copier\u00a0: Nom"));
    claire.sees(".siao-sheet", "Copié\u00a0: Nom.");
    assertThat(claire.page().evaluate("navigator.clipboard.readText()")).isEqualTo("Diallo");
    press(claire, claire.button("Tout copier"));
    claire.sees(".siao-sheet", "toute la fiche");
    assertThat((String) claire.page().evaluate("navigator.clipboard.readText()"))
        .contains("Prénom\u00a0: Kadiatou", "Année de naissance\u00a0: 1994")
        .doesNotContain("non dit");
    claire.press("Escape");
  }

  /** In this contact she is noted anew, by a name that sounds the same. */
  private static void whoWasNotedTwiceIsJoinedAndTakenApart(Screen claire) {
    press(claire, claire.button("Nouvelle personne"));
    claire.page().keyboard().type("Kadiatu");
    claire.press("Tab").page().keyboard().type("Dialo");
    claire.press("Tab").press("Tab").page().keyboard().type("1994");
    claire.press("Enter").sees(".who-linked", "Kadiatu Dialo");
    press(claire, claire.button("Dossier"));
    claire.sees(".same-person", "Kadiatou Diallo").sees(".same-person", "s’entend pareil");
    claire.readsWellInBothThemes("person-alike");
    press(claire, claire.button("C’est la même personne"));
    claire.sees(".same-person", "Réunie avec le code");
    assertThat(claire.at(".person-numbers > li")).hasCount(1);
    press(claire, claire.button("Défaire"));
    assertThat(claire.at(".person-numbers > li")).hasCount(0);
    assertThat(claire.at(".same-person")).hasCount(0);
    claire.press("Escape");
  }

  private static void aNumberIsNotSafe(Screen claire) {
    claire.at("#person-number").focus();
    claire.page().keyboard().type("112");
    claire.press("Enter").sees(".person-file > .problem", "pas un numéro");
    claire.press("Control+a").page().keyboard().type("06 39 98 12 40");
    claire.press("Enter").sees(".person-numbers", "40");
    press(claire, claire.at(".person-numbers .segments").first().locator("button").nth(1));
    assertThat(claire.at(".person-numbers .segments button").nth(1))
        .hasAttribute("aria-pressed", "true");
  }

  private static void someoneComesIn(Screen claire) {
    press(claire, claire.at("call-list .wide-button"));
    assertThat(claire.at("#contact-callerKind")).isVisible();
  }

  private static void closeTheContact(Screen claire) {
    claire.at("#contact-kinds").locator("button[aria-pressed=true]").first().waitFor();
    claire.press("Control+Shift+Enter");
    Locator leave = claire.at(".unmet .link");
    leave.first().waitFor();
    press(claire, leave.first());
    assertThat(claire.at("contact-form form")).hasCount(0);
  }

  private static void press(Screen screen, Locator button) {
    button.focus();
    screen.press("Enter");
  }
}
