package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A family that found nothing calls again: the agent renews its request, holds, promises and closes
 * with five keys, in real calls. The page itself counts the keys; the mouse is not touched.
 */
@Timeout(420)
class RenewJourney {

  private static final int KEYS_MAX = 5;
  private static final Duration RENEWAL_MAX = Duration.ofSeconds(20);
  private static final double THROUGH_THE_MENU_MILLIS = 90_000;
  private static final String COUNT_WHAT_IS_DONE =
      """
      () => {
        window.keysPressed = 0;
        window.clicks = 0;
        addEventListener('keydown', ({ key }) => {
          if (!['Control', 'Shift', 'Alt'].includes(key)) window.keysPressed++;
        }, true);
        addEventListener('pointerdown', () => window.clicks++, true);
      }\
      """;

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void aKnownFamilyHasItsPlaceAfterFiveKeys() {
    Screen caller = stage.screen(ColorScheme.LIGHT, "fr").open("/appel");
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    claire.at(".question button.main").click();
    claire.sees(".call-who", "Téléphone prêt");
    claire.at(".presence > button").first().click();
    claire.sees(".presence-state", "Disponible");
    firstCallFindsNothing(claire, caller);
    Duration took = renewed(claire, caller);

    assertThat(took).as("renewed, promised, closed").isLessThan(RENEWAL_MAX);
    assertThat(claire.page().evaluate("window.keysPressed")).as("keys").isEqualTo(KEYS_MAX);
    assertThat(claire.page().evaluate("window.clicks")).as("clicks").isEqualTo(0);
    System.out.printf("same as last time: %d keys, %d ms%n", KEYS_MAX, took.toMillis());
    caller.leave();
    claire.leave();
  }

  private static Duration renewed(Screen claire, Screen caller) {
    answers(claire, caller);
    assertThat(claire.at("#contact-pseudonym")).hasValue("");
    claire.sees(".renew", "Même demande que la dernière fois");
    claire.readsWellInBothThemes("renew-offered");
    claire.page().evaluate(COUNT_WHAT_IS_DONE);
    long began = System.nanoTime();

    claire.press("Control+Shift+D").sees(".renew", "Relisez avec la personne");
    assertThat(claire.at("#contact-pseudonym")).hasValue("Mme K.");
    assertThat(claire.at("#contact-inseeCode")).hasValue("Montpellier (34172)");
    assertThat(claire.at("#contact-reducedMobility")).isChecked();
    assertThat(claire.at("#contact-smsAgreed")).not().isChecked();
    claire.sees(".board-head", "Places pour 2").picture("renew-filled");
    claire.press("Control+Shift+G").sees(".place[data-mine=true]", "gardée pour vous");
    claire.press("Control+Shift+O");
    assertThat(claire.at(".ask .main")).isFocused();
    claire.press("Enter").sees(".placed", "Promise pour 2 personnes");
    claire.press("Control+Shift+Enter");
    assertThat(claire.at("contact-form form")).hasCount(0);
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** She is a mother in a wheelchair; claire notes it and has no place for her. */
  private static void firstCallFindsNothing(Screen claire, Screen caller) {
    answers(claire, caller);
    assertThat(claire.at(".renew")).hasCount(0);
    claire.at("#contact-pseudonym").fill("Mme K.");
    claire.at("#contact-inseeCode").fill("Montpellier");
    claire.at("#contact-householdType").selectOption("WOMAN_WITH_CHILD");
    claire.button("Enfants\u00a0: un de plus").click();
    claire.at("#contact-reducedMobility").check();
    claire.at("#contact-smsAgreed").check();
    claire.sees("save-state", "enregistré il y a");
    claire.press("Control+Shift+H").sees(".presence-state", "Après appel");
    claire.press("Control+Shift+Enter").at(".unmet .link").first().click();
    assertThat(claire.at("contact-form form")).hasCount(0);
    claire.sees(".presence-state", "Disponible");
  }

  private static void answers(Screen claire, Screen caller) {
    caller.at(".round.go:enabled").click();
    caller.sees(".caller-state", "En communication");
    claire.sees("desk-page > [role=alert]", "Appel entrant", THROUGH_THE_MENU_MILLIS);
    claire.press("Control+Shift+A").sees(".call-bar .call-state", "En ligne");
    assertThat(claire.at("#contact-callerKind")).isVisible();
  }
}
