package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The whole path as people see it: a caller's browser, two agents' browsers, a real gateway, a real
 * Asterisk, a real board and real records. Pictures of every screen are left in {@code
 * target/screenshots}.
 */
@Timeout(420)
class DeskBrowserJourney {

  private static final double AT_ONCE_MILLIS = 1_500;
  private static final double THROUGH_THE_MENU_MILLIS = 90_000;
  private static final int LONG_BOARD_CARDS_MAX = 60;
  private static final String LAST_ROOM = "#place-bellevue-chambres";
  private static final String ONE_ROOM_LEFT =
      """
      async () => {
        const { api } = await import('/app/api.js');
        await api('PUT', '/api/place-groups/bellevue-chambres/free', { free: 4 });
      }\
      """;

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void aCallerIsAnsweredAPlaceIsPromisedAndTheTextIsWritten() {
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    Screen karim = stage.screen(ColorScheme.DARK, "fr").signIn("karim");
    Screen caller = stage.screen(ColorScheme.LIGHT, "fr").open("/appel");
    claire.picture("desk-empty");

    claire.at(".question button.main").click();
    claire.sees(".call-who", "Téléphone prêt");
    claire.at(".presence > button").first().click();
    claire.sees(".presence-state", "Disponible");

    saysThatSheSpeaksArabic(claire);
    caller.sees(".caller-state", "Prêt à appeler").picture("caller-ready");
    caller.at(".round.go").click();
    caller.sees(".caller-state", "En communication").picture("caller-talking");
    claire.sees("desk-page > [role=alert]", "Appel entrant", THROUGH_THE_MENU_MILLIS);
    claire.picture("desk-ringing").press("Control+Shift+A");

    claire.sees(".call-bar .call-state", "En ligne");
    assertThat(claire.at("#contact-callerKind")).isVisible();
    fillTheContact(claire);
    promiseAPlace(claire, karim);
    theInterpreterJoinsAndIsLetGo(claire);
    theRescueJoinsTheTalk(claire);

    claire.press("Control+Shift+H").sees(".presence-state", "Après appel").picture("desk-wrap-up");
    typedTextOutlivesAReload(claire);
    claire.press("Control+Shift+Enter").sees(".presence-state", "Disponible");
    assertThat(claire.at("contact-form form")).hasCount(0);
    for (Screen screen : new Screen[] {claire, karim, caller}) {
      screen.leave();
    }
  }

  private static void fillTheContact(Screen claire) {
    claire.at("#contact-pseudonym").fill("Mme K.");
    claire.at("#contact-placeText").fill("gare Saint-Roch, côté tram");
    claire.at("#contact-inseeCode").fill("Montpellier");
    claire.at("#contact-householdType").selectOption("WOMAN_WITH_CHILD");
    claire.button("Enfants\u00a0: un de plus").click();
    claire.at("#contact-smsAgreed").check();
    claire.sees("save-state", "enregistré il y a");
    claire.sees(".board-head", "Places pour 2");
  }

  private static void promiseAPlace(Screen claire, Screen karim) {
    Locator free = claire.at(".place[data-misfit=false][data-stale=false] .place-foot > button");
    free.first().click();
    claire.sees(".place[data-mine=true]", "gardée pour vous").picture("desk-held");
    karim.sees("#places", "gardées par Claire B.", AT_ONCE_MILLIS).picture("desk-held-by-other");

    claire.press("Control+Shift+O");
    claire.at(".ask input[type=checkbox]").check();
    claire.picture("desk-read-back");
    claire.at(".ask .main").click();
    claire.sees(".placed", "Promise pour 2 personnes").picture("desk-promised");

    Screen messages = new Screen(stage.machine(), claire.page().context().newPage(), "light-fr");
    messages.open("/messages").sees(".messages", "115").readsWell("messages");
    messages.page().close();
  }

  private static void saysThatSheSpeaksArabic(Screen claire) {
    claire.at("[popovertarget=presence-menu]").click();
    Locator arabic = claire.at("my-languages button:has-text('arabe')");
    arabic.click();
    claire.at("my-languages [aria-pressed=true]").waitFor();
    assertThat(arabic).hasAttribute("aria-pressed", "true");
    claire.readsWell("desk-languages").press("Escape");
  }

  /** In the demo a prompt answers in the interpreter's place. */
  private static void theInterpreterJoinsAndIsLetGo(Screen claire) {
    claire.press("Control+Shift+B");
    claire
        .sees(".interpreter-line button:focus", "Interprète de démonstration")
        .readsWell("desk-interpreter-choice");
    claire.press("Enter");
    claire.sees(".interpreter-state", "en ligne depuis").readsWell("desk-interpreter-talks");
    claire.button("Libérer l’interprète").click();
    claire.sees(".interpreter-state", "a quitté l’appel").picture("desk-interpreter-gone");
  }

  /** In the demo a prompt answers in the rescue's place, and says so. */
  private static void theRescueJoinsTheTalk(Screen claire) {
    claire.press("Control+Shift+U");
    claire.sees("#rescue button:focus", "15").picture("desk-rescue-choice");
    claire.press("Enter");
    claire.sees(".rescue-state", "Le 15 a répondu").picture("desk-rescue-answered");
  }

  /** The server is away while she types and reloads; it is on file when it is back. */
  private static void typedTextOutlivesAReload(Screen claire) {
    claire.page().route("**/api/contacts/*", DeskBrowserJourney::savingFails);
    claire.at("#contact-personWish").fill("Ne pas être séparée de sa fille.");
    claire.sees("save-state", "gardé sur ce poste").picture("desk-kept-here");
    claire.page().reload();
    assertThat(claire.at("#contact-personWish")).hasValue("Ne pas être séparée de sa fille.");
    claire.page().unroute("**/api/contacts/*");
    claire.sees("save-state", "enregistré il y a");
  }

  private static void savingFails(Route route) {
    if (route.request().method().equals("PATCH")) {
      route.abort();
    } else {
      route.resume();
    }
  }

  /** Karim's line is slow: his page does not know yet that the last room went. */
  @Test
  void theLoserOfTheLastRoomIsToldWhereElseAtOnce() {
    Screen nadia = stage.screen(ColorScheme.LIGHT, "fr").signIn("nadia");
    nadia.at(".strip").waitFor();
    nadia.page().evaluate(ONE_ROOM_LEFT);
    nadia.leave();
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    Screen karim = stage.screen(ColorScheme.DARK, "fr");
    karim.page().routeWebSocket("**/live", DeskBrowserJourney::changesAreLate);
    karim.signIn("karim");
    for (Screen agent : new Screen[] {claire, karim}) {
      agent.at(".place").first().waitFor();
      agent.at(".wide-button").first().click();
      agent.at("#contact-callerKind").waitFor();
      agent.at(LAST_ROOM + " .place-foot > button:enabled").waitFor();
    }

    // From here on karim sees what he saw: a search on its way would already leave the room out.
    karim.page().route("**/api/board/search?*", _ -> {});
    claire.at(LAST_ROOM + " .place-foot > button").click();
    claire.sees(LAST_ROOM, "gardée pour vous");
    karim.at(LAST_ROOM + " .place-foot > button").click();

    karim.sees(LAST_ROOM + " .taken", "Ailleurs, tout de suite", AT_ONCE_MILLIS);
    karim.readsWell("desk-race-lost");
    karim.at(LAST_ROOM + " .taken li button").first().click();
    karim.sees(".place[data-mine=true]", "gardée pour vous").readsWell("desk-race-elsewhere");
    for (Screen agent : new Screen[] {claire, karim}) {
      agent.press("Control+Shift+E").sees(".place[data-mine=true]", "gardée pour vous 1");
      agent.press("Control+Shift+X");
      assertThat(agent.at(".place[data-mine=true]")).hasCount(0);
    }
    for (Screen agent : new Screen[] {claire, karim}) {
      closesWithoutAReason(agent);
      agent.leave();
    }
  }

  private static void closesWithoutAReason(Screen agent) {
    agent.press("Control+Shift+Enter").at(".unmet .link").first().click();
    assertThat(agent.at("contact-form form")).hasCount(0);
  }

  @Test
  void aLongBoardThatChangesFiftyTimesASecondShowsAPortionOfItself() {
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr");
    LongBoard board = LongBoard.on(claire.page());
    claire.signIn("sophie").sees("#places", "Site 19");
    double load = board.load(10);
    System.out.printf("long board: %.1f %% of a core%n", 100 * load);
    assertThat(claire.page().locator("place-card").count()).isBetween(1, LONG_BOARD_CARDS_MAX);
    claire.leave();
  }

  private static void changesAreLate(WebSocketRoute page) {
    WebSocketRoute server = page.connectToServer();
    page.onMessage(frame -> server.send(frame.text()));
    server.onMessage(frame -> {
      if (!frame.text().contains("\"type\":\"boardChange\"")) {
        page.send(frame.text());
      }
    });
  }

  @Test
  void everyPageReadsWellInBothThemesAndLanguages() {
    for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (String language : new String[] {"fr", "en"}) {
        Screen screen = stage.screen(theme, language);
        screen.open("/").at("sign-in-form form").waitFor();
        screen.readsWell("sign-in");
        screen.open("/appel").at(".round.go:enabled").waitFor();
        screen.readsWell("caller");
        screen.signIn("sophie").at(".place").first().waitFor();
        screen.at(".wide-button").first().click();
        screen.at("#contact-callerKind").waitFor();
        screen.readsWell("desk");
        screen.press("Control+Shift+F").readsWell("keys");
        closesWithoutAReason(screen.press("Escape"));
        screen.open("/places").at(".place-cell .link").first().click();
        screen.readsWell("places");
        screen.open("/messages").at(".messages, .empty").waitFor();
        screen.readsWell("messages");
        screen.open("/lines").at("line-switch .toggle").nth(1).click();
        screen.at("line-switch form").waitFor();
        screen.readsWell("lines");
        screen.leave();
      }
    }
  }

  @Test
  void aSupervisorClosesALineAtOnceAndEverybodyReadsWhy() {
    Screen sophie = stage.screen(ColorScheme.LIGHT, "fr");
    String line = "line-switch:has-text('Structures')"; // has no hours: open whenever this is run
    sophie.signIn("sophie").open("/lines").at(line + " .toggle").first().click();
    sophie.at(line + " input[name=reason]").fill("réunion d’équipe jusqu’à midi");
    sophie.press("Enter").sees(line + " .chip.old", "fermée jusqu’à");
    Screen claire = stage.screen(ColorScheme.DARK, "fr");
    claire.signIn("claire").open("/lines").sees(line, "réunion d’équipe jusqu’à midi");
    assertThat(claire.at("line-switch .toggle")).hasCount(0);
    claire.readsWell("lines-closed");
    claire.leave();
    sophie.leave();
  }

  @Test
  void aSupervisorPutsAWaitingCallFirstByKeyboardAndSaysWhy() {
    Screen caller = stage.screen(ColorScheme.LIGHT, "fr").open("/appel");
    caller.sees(".caller-state", "Prêt à appeler").at(".round.go").click();
    Screen sophie = stage.screen(ColorScheme.DARK, "fr");
    sophie.signIn("sophie").open("/lines");
    sophie.sees(".waiting-calls", "appel arrivé à", THROUGH_THE_MENU_MILLIS);
    sophie.sees("waiting-list h3", "En attente\u00a0: 1");

    sophie.at(".waiting-calls button").first().focus();
    sophie.press("Enter");
    assertThat(sophie.at("#first-reason")).isFocused();
    sophie.at("#first-reason").fill("enfant dehors, il gèle");
    sophie.press("Enter").sees(".waiting-calls", "demandé en premier par Sophie");

    sophie.sees(".line-acts", "enfant dehors, il gèle").readsWell("lines-put-first");
    caller.button("Raccrocher").click();
    sophie.sees("waiting-list", "Personne n’attend");
    caller.leave();
    sophie.leave();
  }

  @Test
  void whatIsBrokenIsSaidInWords() {
    Screen down = stage.screen(ColorScheme.LIGHT, "fr");
    down.page().routeWebSocket("**/live", DeskBrowserJourney::partsAreDown);
    down.signIn("karim").sees(".strip", "places : dernières connues à");
    down.sees("#places", "on peut noter, pas garder").readsWell("bad-parts-down");
    down.leave();

    Screen cut = stage.screen(ColorScheme.DARK, "fr");
    cut.page().routeWebSocket("**/live", socket -> socket.close());
    cut.signIn("karim").sees(".strip", "Connexion coupée").readsWell("bad-cut-off");
    cut.leave();

    Screen refused = stage.screen(ColorScheme.LIGHT, "en").open("/");
    refused.at("input[name=name]").fill("claire");
    refused.at("input[name=password]").fill("not this one");
    refused.at("sign-in-form button.main").click();
    refused.sees("#sign-in-problem", "Name or password is not right").readsWell("bad-sign-in");
    refused.leave();
  }

  private static void partsAreDown(WebSocketRoute page) {
    WebSocketRoute server = page.connectToServer();
    page.onMessage(frame -> server.send(frame.text()));
    server.onMessage(frame ->
        page.send(
            frame.text().replaceAll("\"(telephone|board|records)\":\"UP\"", "\"$1\":\"DOWN\"")));
  }
}
