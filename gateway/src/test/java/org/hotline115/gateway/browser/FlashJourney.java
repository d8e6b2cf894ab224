package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An agent opens the flash evaluation in a call and begins it; a colleague takes it from the
 * hand-over and finishes it. With the keyboard alone.
 */
@Timeout(420)
class FlashJourney {

  private static final double THROUGH_THE_MENU_MILLIS = 90_000;

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void itIsBegunInACallAndFinishedByAColleague() {
    Screen caller = stage.screen(ColorScheme.LIGHT, "fr").open("/appel");
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    claire.at(".question button.main").click();
    claire.sees(".call-who", "Téléphone prêt");
    claire.at(".presence > button").first().click();
    claire.sees(".presence-state", "Disponible");
    claire.page().evaluate("() => addEventListener('pointerdown', () => (window.clicked = true))");
    caller.at(".round.go:enabled").click();
    claire.sees("desk-page > [role=alert]", "Appel entrant", THROUGH_THE_MENU_MILLIS);
    claire.press("Control+Shift+A").sees(".call-bar .call-state", "En ligne");

    claire.sees(".flash-line", "À faire dans les");
    press(claire, claire.button("Ouvrir l’évaluation flash"));
    assertThat(claire.at("dialog.flash-form")).isVisible();
    claire.sees(".flash-form", "à faire avant");
    claire.at("#flash-situation").selectOption("STREET");
    press(claire, claire.button("Évaluation faite"));
    claire.sees(".flash-form [role=alert]", "Pas encore demandé\u00a0: santé maintenant");
    claire.readsWellInBothThemes("flash-form");
    press(claire, claire.button("Garder pour continuer plus tard"));
    assertThat(claire.at("dialog.flash-form")).hasCount(0);
    claire.sees(".flash-line", "à faire avant").readsWell("flash-line");
    assertThat(claire.page().evaluate("window.clicked")).as("the mouse").isNull();

    theColleagueFinishesIt(stage.screen(ColorScheme.DARK, "fr").signIn("karim"));
    caller.leave();
    claire.leave();
  }

  private static void theColleagueFinishesIt(Screen karim) {
    karim.open("/handover").sees("flash-list", "Évaluation flash, personne sans nom");
    karim.sees("flash-list", "pour Claire").readsWell("flash-list");
    press(karim, karim.button("Je la prends"));
    karim.sees("flash-list", "Elle est pour vous");
    press(karim, karim.button("Faire maintenant"));
    assertThat(karim.at("#flash-situation")).hasValue("STREET");
    karim.at("#flash-healthNow").selectOption("NONE");
    karim.at("#flash-safetyNow").selectOption("SAFE");
    karim.at(".flash-form input[value=EVICTION]").focus();
    karim.press("Space");
    karim.at(".flash-form input[name=readBack]").focus();
    karim.press("Space").readsWell("flash-asked");
    press(karim, karim.button("Évaluation faite"));
    karim.sees("flash-list", "Aucune évaluation flash à faire");
    karim.leave();
  }

  private static void press(Screen screen, Locator button) {
    button.focus();
    screen.press("Enter");
  }
}
