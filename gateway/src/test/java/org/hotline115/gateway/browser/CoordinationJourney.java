package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The coordinators' page in a real browser: by keyboard, in conflict, in both themes. */
@Timeout(420)
class CoordinationJourney {

  private static DemoMachine machine;
  private static Browsers browsers;

  @BeforeAll
  static void everythingIsReal() throws Exception {
    machine = DemoMachine.start();
    browsers = new Browsers();
  }

  @AfterAll
  static void everythingEnds() throws Exception {
    if (browsers != null) {
      browsers.close();
    }
    if (machine != null) {
      machine.close();
    }
  }

  @AfterEach
  void noPageBroke() {
    assertThat(browsers.broken()).isEmpty();
  }

  @Test
  void aGroupIsRenamedWithTheKeyboardAndAConflictIsShown() {
    Screen nadia = browsers.screen(machine, ColorScheme.LIGHT, "fr").signIn("nadia");
    Screen sophie = browsers.screen(machine, ColorScheme.DARK, "fr").signIn("sophie");
    for (Screen screen : new Screen[] {nadia, sophie}) {
      screen.open("/coordination").at("[data-open=etoile]").press("Enter");
      screen.at("group-sheet #sheet-name").waitFor();
    }
    nadia.at("#sheet-name").fill("Premier étage");
    nadia.at("#sheet-name").press("Enter");
    nadia.sees("group-sheet [role=status]", "Enregistré");

    sophie.at("#sheet-name").fill("Deuxième étage");
    sophie.at("#sheet-name").press("Enter");
    sophie.sees("group-sheet [role=status]", "Modifié ailleurs").picture("coordination-conflict");

    nadia.at("#sheet-installed").fill("-1");
    nadia.at("#sheet-installed").press("Enter");
    Locator installed = nadia.at("#sheet-installed");
    assertThat(installed).isFocused();
    assertThat(installed).hasAttribute("aria-invalid", "true");
    nadia.readsWell("coordination-fault");
    nadia.leave();
    sophie.leave();
  }

  @Test
  void everySectionReadsWellInBothThemesAndLanguages() {
    for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (String language : new String[] {"fr", "en"}) {
        Screen screen = browsers.screen(machine, theme, language).signIn("nadia");
        for (String section : new String[] {"groups", "closures", "plans", "files", "rules"}) {
          screen.open("/coordination#" + section).page().reload();
          screen.at(".sections a[aria-current]").waitFor();
          screen.at(".page-line h2").waitFor();
          assertThat(screen.at("[aria-busy=true]")).hasCount(0);
          screen.readsWell("coordination-" + section);
        }
        screen.leave();
      }
    }
    Screen claire = browsers.screen(machine, ColorScheme.LIGHT, "fr").signIn("claire");
    claire.open("/coordination").sees("#main", "réservée à la coordination");
    assertThat(claire.at(".pages a[href='/coordination']")).hasCount(0);
    claire.leave();
  }
}
