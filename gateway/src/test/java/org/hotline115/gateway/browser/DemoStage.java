package org.hotline115.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The demo on this machine and a browser, for the journeys of one class; no page may break. */
final class DemoStage implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private DemoMachine machine;
  private Browsers browsers;

  @Override
  public void beforeAll(ExtensionContext everythingIsReal) throws Exception {
    machine = DemoMachine.start();
    browsers = new Browsers();
  }

  DemoMachine machine() {
    return machine;
  }

  /** A person before a screen of this theme and language. */
  Screen screen(ColorScheme theme, String language) {
    return browsers.screen(machine, theme, language);
  }

  @Override
  public void afterEach(ExtensionContext noPageBroke) {
    assertThat(browsers.broken()).isEmpty();
  }

  /** Also what a start that failed half-way has begun. */
  @Override
  public void afterAll(ExtensionContext everythingEnds) throws Exception {
    if (browsers != null) {
      browsers.close();
    }
    if (machine != null) {
      machine.close();
    }
  }
}
