package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** One person's page: what is seen, pressed and read on it. */
record Screen(DemoMachine machine, Page page, String look) {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private static final String COLOURS_HAVE_CHANGED =
      """
      () => Promise.allSettled(document.getAnimations()
        .filter((each) => each instanceof CSSTransition).map((each) => each.finished)).then(() => 0)\
      """;

  Screen open(String path) {
    page.navigate(machine.address(path));
    return this;
  }

  Screen signIn(String name) {
    open("/");
    page.locator("input[name=name]").fill(name);
    page.locator("input[name=password]").fill(machine.password(name));
    page.locator("sign-in-form button.main").click();
    page.locator(".top .presence-state").waitFor();
    return this;
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  Screen sees(String selector, String text) {
    assertThat(at(selector)).containsText(text);
    return this;
  }

  Screen sees(String selector, String text, double millisMax) {
    assertThat(at(selector))
        .containsText(
            text,
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(millisMax));
    return this;
  }

  Screen press(String keys) {
    page.keyboard().press(keys);
    return this;
  }

  Screen picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + "-" + look + ".png")));
    return this;
  }

  /** No finding of axe, and a picture of what it looked at. */
  Screen readsWell(String name) {
    picture(name);
    Assertions.assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
        .as("axe on %s, %s", name, look)
        .isEmpty();
    return this;
  }

  /** In the light theme, which it is left in, and in the dark one. */
  Screen readsWellInBothThemes(String name) {
    readsWell(name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.evaluate(COLOURS_HAVE_CHANGED);
    new Screen(machine, page, "dark-fr").readsWell(name);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    return this;
  }

  void leave() {
    page.context().close();
  }
}
