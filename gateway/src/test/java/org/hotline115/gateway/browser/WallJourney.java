package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wall of the room while real calls come through a real Asterisk: it moves by itself. */
@Timeout(420)
class WallJourney {

  private static final double THROUGH_THE_MENU_MILLIS = 90_000;
  private static final double HUNG_UP_MILLIS = 30_000;

  @RegisterExtension static final DemoStage stage = new DemoStage();

  private static Locator tile(Screen wall, String name) {
    return wall.at(".wall-line")
        .first()
        .locator(".tile", new Locator.LocatorOptions().setHasText(name))
        .first()
        .locator(".fig");
  }

  @Test
  void whoeverWaitsIsAnsweredOrGivesUpIsSeenOnTheWall() {
    Screen wall = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    wall.open("/wallboard").at(".wall-line").first().waitFor();
    assertThat(tile(wall, "En attente")).hasText("0");
    wall.sees(".wall-team", "Équipe : 0 personne");
    wall.readsWell("wall-calm");

    Screen caller = stage.screen(ColorScheme.LIGHT, "fr").open("/appel");
    caller.sees(".caller-state", "Prêt à appeler");
    caller.at(".round.go").click();
    assertThat(tile(wall, "En attente"))
        .hasText("1", new LocatorAssertions.HasTextOptions().setTimeout(THROUGH_THE_MENU_MILLIS));
    assertThat(tile(wall, "Reçus")).hasText("1");
    wall.readsWell("wall-one-waits");

    caller.at(".round.stop").click();
    assertThat(tile(wall, "En attente"))
        .hasText("0", new LocatorAssertions.HasTextOptions().setTimeout(HUNG_UP_MILLIS));
    assertThat(tile(wall, "Reçus")).hasText("1");
    caller.leave();
    wall.readsWellInBothThemes("wall-after");
    wall.leave();
  }
}
