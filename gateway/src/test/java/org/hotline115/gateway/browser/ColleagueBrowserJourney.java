package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Claire asks Karim into her talk and leaves it to him, by keyboard, in a real call. */
@Timeout(300)
class ColleagueBrowserJourney {

  private static final double THROUGH_THE_MENU_MILLIS = 90_000;

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void aCallIsLeftToAColleagueWhoHasHeardItAll() {
    Screen caller = stage.screen(ColorScheme.LIGHT, "fr").open("/appel");
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    Screen karim = stage.screen(ColorScheme.DARK, "fr").signIn("karim");
    isReady(claire);
    caller.at(".round.go:enabled").click();
    caller.sees(".caller-state", "En communication");
    claire.sees("desk-page > [role=alert]", "Appel entrant", THROUGH_THE_MENU_MILLIS);
    claire.press("Control+Shift+A").sees(".call-bar .call-state", "En ligne");
    assertThat(claire.at("#contact-callerKind")).isVisible();

    claire.press("Control+Shift+V").sees(".colleague-line", "Personne n’est disponible");
    claire.readsWell("colleague-nobody").press("Enter");
    isReady(karim);
    claire.press("Control+Shift+V").sees(".colleague-line button:focus", "Karim");
    claire.readsWell("colleague-choice").press("Enter");
    claire.sees(".colleague-state", "sonne depuis");
    karim.sees("desk-page > [role=alert]", "Appel entrant");
    karim.sees(".colleague-state", "vous demande dans cet appel").readsWell("colleague-asked");
    karim.press("Control+Shift+A").sees(".colleague-state", "Vous aidez Claire");
    claire.sees(".colleague-state", "avec vous depuis").readsWellInBothThemes("colleague-talks");

    claire.press("Control+Shift+V").sees(".colleague-pass:focus", "Laisser l’appel à Karim");
    claire.press("Enter").sees(".presence-state", "Après appel");
    karim.sees(".colleague-state", "vous a laissé cet appel");
    karim.sees(".call-bar .call-state", "En ligne");
    assertThat(karim.at("#contact-callerKind")).isVisible();
    karim.readsWellInBothThemes("colleague-passed-on");
    claire.at(".presence > button").first().click();
    claire.sees(".presence-state", "Disponible");

    karim.press("Control+Shift+H").sees(".presence-state", "Après appel");
    caller.sees(".caller-state", "Prêt à appeler");
    for (Screen screen : new Screen[] {claire, karim, caller}) {
      screen.leave();
    }
  }

  private static void isReady(Screen agent) {
    agent.at(".question button.main").click();
    agent.sees(".call-who", "Téléphone prêt");
    agent.at(".presence > button").first().click();
    agent.sees(".presence-state", "Disponible");
  }
}
