package org.hotline115.gateway.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The machine's Chromium with a microphone that beeps; one context for each person. */
final class Browsers implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--use-fake-ui-for-media-stream",
          "--use-fake-device-for-media-stream",
          "--allow-loopback-in-peer-connection",
          "--disable-features=WebRtcHideLocalIpsWithMdns",
          "--autoplay-policy=no-user-gesture-required");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of("/usr/bin/chromium"))
                  .setArgs(FLAGS));
  private final List<String> broken = new ArrayList<>();

  /** A person before a screen of this theme and language. */
  Screen screen(DemoMachine machine, ColorScheme theme, String language) {
    return new Screen(
        machine,
        page(theme, language),
        theme.name().toLowerCase(java.util.Locale.ROOT) + "-" + language);
  }

  /** A page of this theme and language, of a context of its own. */
  Page page(ColorScheme theme, String language) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setColorScheme(theme)
                .setTimezoneId("Europe/Paris")
                .setPermissions(List.of("microphone")));
    context.setDefaultTimeout(15_000);
    context.addInitScript(
        "localStorage.getItem('hotline.setting.language') ||"
            + " localStorage.setItem('hotline.setting.language', '"
            + language
            + "')");
    Page page = context.newPage();
    page.onPageError(broken::add);
    return page;
  }

  /** Seconds of CPU of each kind of process of this browser, since its start. */
  Map<String, Double> cpuSeconds() {
    CDPSession session = browser.newBrowserCDPSession();
    Map<String, Double> seconds = new HashMap<>();
    session
        .send("SystemInfo.getProcessInfo")
        .getAsJsonArray("processInfo")
        .forEach(process ->
            seconds.merge(
                process.getAsJsonObject().get("type").getAsString(),
                process.getAsJsonObject().get("cpuTime").getAsDouble(),
                Double::sum));
    session.detach();
    return seconds;
  }

  /** Errors that no page caught. */
  List<String> broken() {
    return broken;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
