package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.hotline115.gateway.TestBrowser;
import org.hotline115.gateway.TestGateway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A night watchman with a cheap phone ticks who came; a coordinator looks for who did not. */
class ShelterPhoneJourney {

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static Browsers browsers;
  private static TestBrowser claire;

  private String placementId;

  @BeforeAll
  static void start() {
    gateway = new TestGateway(folder);
    browsers = new Browsers();
    claire = gateway.browser().signIn("claire");
    gateway.browser().signIn("sophie").put("/api/place-groups/lilas-famille/free", "{\"free\":4}");
  }

  @AfterAll
  static void stop() {
    browsers.close();
    gateway.close();
  }

  @BeforeEach
  void aWomanAndHerChildAreExpected() {
    String contact = contact();
    String hold = UUID.randomUUID().toString();
    claire.post(
        "/api/holds",
        "{\"holdId\":\"%s\",\"placeGroupId\":\"lilas-famille\",\"places\":2,\"contactId\":\"%s\"}"
            .formatted(hold, contact));
    placementId = UUID.randomUUID().toString();
    Assertions.assertThat(
            claire
                .post(
                    "/api/holds/" + hold + "/confirm",
                    "{\"placementId\":\"" + placementId + "\",\"sms\":false}")
                .status())
        .isEqualTo(201);
  }

  private static String contact() {
    String contact = UUID.randomUUID().toString();
    claire.post("/api/contacts", "{\"contactId\":\"" + contact + "\",\"channel\":\"IN_PERSON\"}");
    claire.patch(
        "/api/contacts/" + contact,
        "{\"version\":1,\"householdType\":\"WOMAN_WITH_CHILD\",\"adults\":1,\"minors\":1,\"under3\":1,"
            + "\"pseudonym\":\"Mme K.\"}");
    return contact;
  }

  @AfterEach
  void theRoomIsFreeAgain() {
    move("TAKEN_BACK");
    move("CANCELLED");
    Assertions.assertThat(browsers.broken()).isEmpty();
  }

  /** Others of the same name may stand on the list, in the order of codes made by chance. */
  private String fileCode() {
    return gateway.database.with(handle ->
        handle
            .select(
                "SELECT file_code FROM placement WHERE placement_id = CAST(? AS uuid)", placementId)
            .mapTo(String.class)
            .one());
  }

  private TestBrowser.Answer move(String move) {
    return claire.post(
        "/api/placements/" + placementId + "/move",
        "{\"moveId\":\"" + UUID.randomUUID() + "\",\"move\":\"" + move + "\"}");
  }

  private static Page page(ColorScheme theme, String language, String who, String path) {
    Page page = browsers.page(theme, language);
    Pages.signIn(page, gateway, path, who);
    return page;
  }

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(ColorScheme.LIGHT, "fr", "Arrivées", "Corriger", "Pas venues", "place rendue"),
        Arguments.of(ColorScheme.DARK, "en", "Arrived", "Correct", "Did not come", "given back"));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aShelterTicksWhoCameAndTakesATickBack(
      ColorScheme theme, String language, String came, String undo, String not, String back) {
    Page page = page(theme, language, "lilas", "/places");
    page.setViewportSize(390, 844);
    Locator guest = page.locator(".guest", new Page.LocatorOptions().setHasText(fileCode()));
    String name = "shelter-" + theme + "-" + language;
    assertThat(guest).containsText("Mme K.");
    Pages.readsWell(page, "arrivals-" + name + "-expected");

    guest.locator("button", new Locator.LocatorOptions().setHasText(came)).first().click();
    assertThat(guest.locator("button", new Locator.LocatorOptions().setHasText(undo))).isVisible();
    Pages.readsWell(page, "arrivals-" + name + "-arrived");
    guest.locator("button", new Locator.LocatorOptions().setHasText(undo)).click();
    guest.locator("button", new Locator.LocatorOptions().setHasText(not)).click();

    assertThat(guest.locator(".chip")).containsText(back);
    Pages.readsWell(page, "arrivals-" + name + "-not-come");
    Assertions.assertThat(guest.locator("button").first().boundingBox().height)
        .as("thumb-high")
        .isGreaterThanOrEqualTo(44);
    page.context().close();
  }

  @Test
  void aShelterSaysWhatIsFreeInTwoTapsAndEveryDeskReadsByWhomAndWhen() {
    Page desk = page(ColorScheme.DARK, "fr", "karim", "/");
    Locator card =
        desk.locator(".place", new Page.LocatorOptions().setHasText("Dortoir femmes")).first();
    assertThat(card).containsText("équipe de nuit");
    Page phone = page(ColorScheme.LIGHT, "fr", "lilas", "/places");
    phone.setViewportSize(390, 844);
    Locator figure =
        phone.locator(".free-figure", new Page.LocatorOptions().setHasText("Dortoir femmes"));
    assertThat(figure.locator("output")).hasText("3");

    figure.locator(".big-step button").last().click();
    figure.locator("button.main").click();

    assertThat(figure.locator("[role=status]")).containsText("Enregistré");
    assertThat(card).containsText("4 libres");
    assertThat(card).containsText("dit libre à l’instant, lilas");
    Pages.readsWell(phone, "shelter-figure-said");
    Pages.readsWell(desk, "shelter-figure-on-the-desk");

    figure.locator("button.main").click();
    TestGateway.await("it is told twice", () -> told("lilas-femmes").size() == 2);
    Assertions.assertThat(told("lilas-femmes")).containsExactly("4 WEB lilas", "4 WEB lilas");
    assertThat(figure.locator("button.main")).hasText("C’est toujours exact");
    desk.context().close();
    phone.context().close();
  }

  /** What was said of a group tonight, in this order: figure, means, person. */
  private static List<String> told(String group) {
    return gateway.database.with(handle ->
        handle
            .createQuery(
                "SELECT free || ' ' || source || ' ' || by_whom FROM told_figure"
                    + " WHERE place_group_id = :group AND source <> 'DEMO' ORDER BY at")
            .bind("group", group)
            .mapTo(String.class)
            .list());
  }

  @Test
  void aCoordinatorDecidesWhoIsOverdueAndAnAgentTakesCareOfTheNext() {
    oneMayArriveUntil("05:59"); // its last one: the door is open
    String waiting = contact();
    claire.put(
        "/api/contacts/" + waiting + "/request",
        "{\"outcome\":\"UNMET\",\"reason\":\"NO_PLACE\",\"keepOpen\":true}");
    gateway.database.with(handle ->
        handle.execute(
            "UPDATE placement SET arrive_before = now() - interval '2 h' WHERE placement_id = CAST(? AS uuid)",
            placementId));
    gateway.placements.markOverdue().run();
    Page desk = page(ColorScheme.LIGHT, "fr", "karim", "/");
    Page list = page(ColorScheme.DARK, "fr", "sophie", "/arrivals");
    Locator row = list.locator(".check-row").first();
    assertThat(row).containsText("attendu avant");
    Pages.readsWell(list, "arrivals-to-check");

    row.locator("button", new Locator.LocatorOptions().setHasText("Pas venus")).click();

    assertThat(list.locator(".check-row")).hasCount(0);
    Locator freed =
        desk.locator(".item.freed", new Page.LocatorOptions().setHasText("attend depuis"));
    assertThat(freed).containsText("libérées");
    assertThat(freed).containsText("attend depuis");
    assertThat(freed).not().containsText("heure d’arrivée passée");
    Pages.readsWell(desk, "arrivals-freed-on-the-desk");
    oneMayArriveUntil("06:00"); // the night's first moment: it has passed, whatever the hour
    assertThat(freed).containsText("heure d’arrivée passée");
    assertThat(freed).containsText("appeler le site");
    assertThat(freed).containsText("04 65 71 00 10");
    Pages.readsWell(desk, "arrivals-freed-door-closed");
    freed.locator("button.main").click();
    assertThat(freed).containsText("pris par");
    assertThat(desk.locator(".place[data-mine=true]").first()).isVisible();
    Pages.readsWell(desk, "arrivals-freed-taken");
    desk.context().close();
    list.context().close();
  }

  /** A coordinator changes the hour of the families' rooms. */
  private static void oneMayArriveUntil(String hour) {
    int version =
        gateway.database.with(handle ->
            handle
                .select("SELECT version FROM place_group WHERE place_group_id = 'lilas-famille'")
                .mapTo(Integer.class)
                .one());
    TestBrowser.Answer changed =
        gateway
            .browser()
            .signIn("nadia")
            .patch(
                "/api/directory/groups/lilas-famille",
                "{\"version\":" + version + ",\"arrivalUntil\":\"" + hour + "\"}");
    Assertions.assertThat(changed.status()).as(changed.body()).isEqualTo(200);
  }
}
