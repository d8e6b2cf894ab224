package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A mother calls: her household and its referent are noted while she speaks, and next time the
 * contact knows them; what makes her vulnerable is shut until it is opened. With the keyboard
 * alone.
 */
@Timeout(420)
class HouseholdJourney {

  private static final double THROUGH_THE_MENU_MILLIS = 90_000;

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void aHouseholdIsNotedInACallAndKnownInTheNextContact() {
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

    sheIsNoted(claire);
    theHouseholdIsNoted(claire);
    claire.press("Control+Shift+H").sees(".presence-state", "Après appel");
    closeTheContact(claire);
    theNextContactKnowsThem(claire);
    theChildLeaves(claire);
    whatMakesHerVulnerableOpensByAPress(claire);

    assertThat(claire.page().evaluate("window.clicked")).as("the mouse").isNull();
    caller.leave();
    claire.leave();
  }

  private static void sheIsNoted(Screen claire) {
    assertThat(claire.at("#contact-callerKind")).isVisible();
    claire.at("#contact-householdType").selectOption("WOMAN_WITH_CHILD");
    press(claire, claire.button("Enfants\u00a0: un de plus"));
    press(claire, claire.button("Nouvelle personne"));
    claire.page().keyboard().type("Kadiatou");
    claire.press("Tab").page().keyboard().type("Diallo");
    claire.press("Enter").sees(".who-linked", "Kadiatou Diallo");
    claire.sees(".household-line", "Aucun foyer noté");
  }

  private static void theHouseholdIsNoted(Screen claire) {
    press(claire, claire.button("Noter le foyer de ce contact"));
    claire.sees(".household-line", "Foyer\u00a0: femme avec enfant, 1 adulte, 1 enfant");
    claire.sees(".household-line", "pas de référent");
    press(claire, claire.button("Dossier"));
    claire
        .sees(".household-part", "Kadiatou Diallo")
        .sees(".household-part", "demandeur principal");
    claire.at("#member-who").focus();
    claire.page().keyboard().type("Sira");
    claire.press("Tab").page().keyboard().type("2024");
    assertThat(claire.at("#member-role")).hasValue("CHILD");
    claire.at("#member-who").focus();
    claire.press("Enter").sees(".household-part .who-found", "Personne de ce nom");
    press(claire, claire.button("Pas encore de dossier, l’ajouter"));
    claire.sees(".household-members", "Sira").sees(".household-members", "enfant");
    claire.at("#referent-agent").selectOption("karim");
    claire.at("input[name=agreed]").focus();
    claire.press("Space");
    press(claire, claire.button("Nommer référent"));
    claire.sees(".household-part .referent", "Référent\u00a0: Karim");
    claire.readsWellInBothThemes("household-file");
    claire.press("Escape").sees(".household-line", "Référent\u00a0: Karim");
    claire.readsWellInBothThemes("household-line");
  }

  private static void theNextContactKnowsThem(Screen claire) {
    press(claire, claire.at("call-list .wide-button"));
    assertThat(claire.at("#contact-callerKind")).isVisible();
    assertThat(claire.at("#contact-householdType")).hasValue("UNKNOWN");
    claire.press("Control+Shift+K").page().keyboard().type("diallo");
    claire.press("Enter").sees(".who-found", "C’est Kadiatou Diallo");
    claire.press("Control+Shift+K").press("Enter").sees(".household-line", "Référent\u00a0: Karim");
    assertThat(claire.at("#contact-householdType")).hasValue("WOMAN_WITH_CHILD");
    claire.sees(".board-head", "Places pour 2").sees(".household-line", "Relisez avec la personne");
    claire.sees("save-state", "enregistré il y a").picture("household-filled");

    press(claire, claire.button("Enfants\u00a0: un de plus"));
    claire.sees(".household-line", "Le contact dit autre chose");
    claire.readsWellInBothThemes("household-differs");
    press(claire, claire.button("Noter au foyer ce que dit le contact"));
    claire.sees(".household-line", "1 adulte, 2 enfants");
  }

  private static void theChildLeaves(Screen claire) {
    press(claire, claire.button("Dossier"));
    press(claire, claire.button("Quitte le foyer").last());
    assertThat(claire.at("#leaving-on")).isFocused();
    claire.readsWellInBothThemes("household-leaving");
    press(claire, claire.button("Noter le départ"));
    claire.sees(".household-part summary", "1 personne partie");
    press(claire, claire.at(".household-part summary").first());
    claire.sees(".household-part details", "Sira").picture("household-left");
    claire.press("Escape");
  }

  private static void whatMakesHerVulnerableOpensByAPress(Screen claire) {
    press(claire, claire.button("Dossier"));
    claire.sees(".flags-part", "Chaque ouverture est enregistrée");
    press(claire, claire.button("Ouvrir les vulnérabilités"));
    claire.sees(".flags-part", "Rien de noté par votre organisme");
    press(claire, claire.button("Enceinte de plus de 6 mois"));
    claire.sees(".flags-part li", "Enceinte de plus de 6 mois").sees(".flags-part li", "Claire");
    claire.readsWellInBothThemes("vulnerabilities");
    claire.press("Escape");
    press(claire, claire.button("Dossier"));
    assertThat(claire.button("Ouvrir les vulnérabilités")).isVisible();
    assertThat(claire.at(".flags-part li")).hasCount(0);
    claire.press("Escape");
  }

  private static void closeTheContact(Screen claire) {
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
