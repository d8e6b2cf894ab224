package org.hotline115.gateway.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;

/** What an agent's page with the whole board costs a browser. Used by the bench of the board. */
public final class PageBench implements AutoCloseable {

  private static final int SECONDS_OF_REST = 3;

  private final Browsers browsers = new Browsers();
  private final Page page;

  /** Parts of one core: the page's main thread, its whole process, every process of the browser. */
  public record Load(double mainThread, double renderer, double browser) {}

  /** Signs in; returns when the page shows places. */
  public PageBench(String address, String name, String password) {
    page = browsers.page(ColorScheme.LIGHT, "fr");
    page.navigate(address);
    page.locator("input[name=name]").fill(name);
    page.locator("input[name=password]").fill(password);
    page.locator("sign-in-form button.main").click();
    page.locator("place-card").first().waitFor();
    page.waitForTimeout(SECONDS_OF_REST * 1_000);
  }

  /** The load while {@code change} is run so often a second, for so many seconds. */
  public Load load(int seconds, int changesPerSecond, Runnable change) {
    CDPSession session = page.context().newCDPSession(page);
    JsonObject domain = new JsonObject();
    domain.addProperty("timeDomain", "threadTicks");
    session.send("Performance.enable", domain);
    Map<String, Double> cpuBefore = browsers.cpuSeconds();
    double busyBefore = LongBoard.busySeconds(session);
    long started = System.nanoTime();
    for (int tick = 1; tick <= seconds * Math.max(1, changesPerSecond); tick++) {
      if (changesPerSecond > 0) {
        change.run();
      }
      long due = started + tick * 1_000_000_000L / Math.max(1, changesPerSecond);
      page.waitForTimeout(Math.max(0, (due - System.nanoTime()) / 1e6));
    }
    double busy = LongBoard.busySeconds(session) - busyBefore;
    Map<String, Double> cpu = browsers.cpuSeconds();
    double lasted = (System.nanoTime() - started) / 1e9;
    cpu.replaceAll((kind, after) -> after - cpuBefore.getOrDefault(kind, 0.0));
    return new Load(
        busy / lasted,
        cpu.getOrDefault("renderer", 0.0) / lasted,
        cpu.values().stream().mapToDouble(Double::doubleValue).sum() / lasted);
  }

  @Override
  public void close() {
    browsers.close();
  }
}
