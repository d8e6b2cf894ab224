package org.hotline115.gateway.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hotline115.gateway.TestGateway;

/** Pages of a gateway in this very process, for journeys that need a hand inside it. */
final class Pages {

  private static final Path PICTURES = Path.of("target/screenshots");
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Pages() {}

  static void signIn(Page page, TestGateway gateway, String path, String who) {
    page.navigate("http://127.0.0.1:" + gateway.port + path);
    page.locator("input[name=name]").fill(who);
    page.locator("input[name=password]").fill(TestGateway.PASSWORD);
    page.locator("sign-in-form button.main").click();
  }

  /** No finding of axe on the whole page, and a picture of what it looked at. */
  static void readsWell(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    Assertions.assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations())
        .as("axe on " + name)
        .isEmpty();
  }
}
