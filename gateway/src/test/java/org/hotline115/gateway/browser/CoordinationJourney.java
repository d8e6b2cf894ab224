package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A coordinator's evening in a real browser: closes places, brings a file with a bad line, opens a
 * cold-spell plan, decides about figures that are not true, gives a site its doors; an agent's
 * board follows without a reload.
 */
@Timeout(420)
class CoordinationJourney {

  private static final double AT_ONCE_MILLIS = 3_000;

  /** Two looks at the figures, and the page asks again. */
  private static final double ALARM_SEEN_MILLIS = 40_000;

  /** A page in the background asks for nothing: what it knows it was told. */
  private static final String NOBODY_LOOKS =
      "Object.defineProperty(document, 'hidden', { get: () => true })";

  private static final String[] SECTIONS = {
    "tonight", "groups", "sites", "closures", "plans", "files", "schedules", "rules", "lists"
  };

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void placesAreClosedAFileIsBroughtAndAPlanIsOpened() {
    Screen agent = stage.screen(ColorScheme.DARK, "fr").signIn("claire");
    agent.open("/places").at(".place").first().waitFor();
    Screen nadia = stage.screen(ColorScheme.LIGHT, "fr").signIn("nadia");

    assertThat(nadia.open("/coordination#closures").at("#closure-group option")).not().hasCount(0);
    nadia.at("#closure-group").selectOption("lilas-famille");
    nadia.at("#closure-places").fill("2");
    nadia.at("#closure-reason").selectOption("PEST");
    nadia.at("#closure-note").fill("chambre 12");
    nadia.at("closure-list button.main").click();
    nadia.sees("closure-list [role=status]", "Fermées").picture("coordination-closed");
    agent.sees("#main", "nuisibles", AT_ONCE_MILLIS);
    nadia.at("#closure-places").fill("900");
    nadia.at("closure-list button.main").click();
    nadia.sees("closure-list .problem", "au plus peuvent fermer");
    nadia.button("Rouvrir, CHU Les Lilas, Chambres famille").click();
    nadia.sees("closure-list [role=status]", "Rouvertes");

    aFileWithABadLine(nadia);
    agent.sees("#main", "Maison Neuve", AT_ONCE_MILLIS);
    aColdSpell(nadia);
    agent.sees("#main", "Salle des fêtes", AT_ONCE_MILLIS);
    nadia.leave();
    agent.leave();
  }

  private static void aFileWithABadLine(Screen nadia) {
    String file =
        "place_group;site;site_name;organisation;commune;insee_code;name;place_type;installed;availability\r\n"
            + "neuf;neuf;Maison Neuve;Orga;Lunel;34145;Dortoir;CHU;8;\r\n"
            + "fete;neuf;Maison Neuve;Orga;Lunel;34145;Salle des fêtes;GYM;30;OVERFLOW\r\n"
            + "mal;neuf;Maison Neuve;Orga;Lunel;34145;Grenier;CHU;beaucoup;\r\n";
    nadia.open("/coordination#files").at("#import-file").waitFor();
    nadia
        .at("#import-file")
        .setInputFiles(
            new FilePayload("sites.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
    nadia.sees(".report", "Ce n’est pas un nombre entier").picture("coordination-file");
    nadia.at(".report button").click();
    nadia.sees(".report", "2 ajoutés").readsWell("coordination-file-applied");
  }

  private static void aColdSpell(Screen nadia) {
    nadia.open("/coordination#plans").at("input[name=group][value=fete]").check();
    nadia.at("#plan-name").fill("Grand froid de novembre");
    nadia.at("#plan-words").fill("Préfecture, message du 26 novembre");
    nadia.at("plan-list button.main").click();
    nadia.sees("plan-list .keep-rows", "Préfecture, message du 26 novembre");
    nadia.sees("plan-list .keep-rows", "ouvert").picture("coordination-plan");
  }

  @Test
  void aGroupIsRenamedWithTheKeyboardAndAConflictIsShown() {
    Screen nadia = stage.screen(ColorScheme.LIGHT, "fr").signIn("nadia");
    Screen sophie = stage.screen(ColorScheme.DARK, "fr").signIn("sophie");
    for (Screen screen : new Screen[] {nadia, sophie}) {
      screen.open("/coordination#groups").at("[data-open=etoile]").press("Enter");
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
  void theWholeEveningStandsOnOnePageAndAnAlarmIsDecided() throws Exception {
    Screen nadia = stage.screen(ColorScheme.LIGHT, "fr").signIn("nadia");
    nadia.open("/coordination").sees("board-alarms", "tous les chiffres sont justes");
    nadia.sees("freshness-list h2", "Qui n’a pas répondu");
    nadia.sees("to-check-list", "À vérifier");
    nadia.sees("freed-list", "Aucune place n’est revenue");

    stage
        .machine()
        .tamper(
            "UPDATE capacity_night SET record = record + 1, open = open + 7"
                + " WHERE place_group_id = 'etoile'");
    nadia.sees("board-alarms .alarm", "installées moins fermées", ALARM_SEEN_MILLIS);
    nadia.sees("board-alarms .page-line", "1 attend une décision");
    nadia.readsWell("coordination-alarm");

    Locator repair = nadia.at("board-alarms .alarm button.main");
    repair.press("Enter");
    nadia.sees("board-alarms [role=status]", "suit de nouveau ses sources");
    assertThat(nadia.at("board-alarms .alarm")).hasCount(0);
    nadia.at("board-alarms summary").click();
    nadia.sees("board-alarms details", "repris des sources, Nadia");
    nadia.readsWell("coordination-alarm-decided");
    nadia.leave();
  }

  @Test
  void anAlarmIsToldToThePageThatIsOpenAndDoesNotAsk() throws Exception {
    Screen nadia = stage.screen(ColorScheme.DARK, "fr");
    nadia.page().addInitScript(NOBODY_LOOKS);
    nadia.signIn("nadia").open("/coordination");
    nadia.sees("board-alarms", "tous les chiffres sont justes");

    stage
        .machine()
        .tamper(
            "UPDATE capacity_night SET record = record + 1, open = open + 5"
                + " WHERE place_group_id = 'mimosas-perinat'");

    nadia.sees("board-alarms .alarm", "Les Mimosas", ALARM_SEEN_MILLIS);
    nadia.button("Reprendre les sources, Les Mimosas, Studios périnatalité").press("Enter");
    nadia.sees("board-alarms [role=status]", "suit de nouveau ses sources");
    assertThat(nadia.at("board-alarms .alarm")).hasCount(0);
    nadia.leave();
  }

  @Test
  void aSiteIsGivenItsDoors() {
    Screen nadia = stage.screen(ColorScheme.DARK, "fr").signIn("nadia");
    nadia.open("/coordination#sites").at("site-list input[type=search]").fill("lilas");
    nadia.at("[data-open=lilas]").press("Enter");
    nadia.at("#contact-by-lilas").selectOption("SMS");
    nadia.at("site-contact form button.main").click();
    Locator number = nadia.at("#contact-number-lilas");
    assertThat(number).isFocused();
    assertThat(number).hasAttribute("aria-invalid", "true");
    number.fill("04 65 71 12 34");
    number.press("Enter");
    nadia.sees("site-contact .wide [role=status]", "Enregistré");
    assertThat(number).hasValue("");
    assertThat(nadia.at("site-contact")).not().containsText("12 34");

    nadia.button("Donner un code").click();
    assertThat(nadia.at(".once output")).hasText(Pattern.compile("[0-9]{6,}"));
    nadia.sees("site-contact", "donné");
    nadia.at("#contact-key").fill("Logiciel de nuit");
    nadia.at("#contact-key").press("Enter");
    nadia.sees("site-contact", "Montré une seule fois").readsWell("coordination-site");
    nadia.button("Retirer, Logiciel de nuit").click();
    nadia.sees("site-contact", "Aucune clé");

    nadia.button("Faire un lien").click();
    String address = nadia.at(".once output").textContent();
    nadia.readsWell("coordination-site-link");
    Screen shelter = stage.screen(ColorScheme.LIGHT, "fr");
    shelter.page().navigate(address);
    shelter.sees("#main", "Lilas").leave();

    nadia.at("site-contact > .site-sheet > p.wide button").click();
    assertThat(nadia.at("[data-open=lilas]")).isFocused();
    nadia.leave();
  }

  @Test
  void everySectionReadsWellInBothThemesAndLanguages() {
    for (ColorScheme theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (String language : new String[] {"fr", "en"}) {
        Screen screen = stage.screen(theme, language).signIn("nadia");
        for (String section : SECTIONS) {
          screen.open("/coordination#" + section).page().reload();
          screen.at(".sections a[aria-current]").waitFor();
          screen.at(".page-line h2").first().waitFor();
          assertThat(screen.at("[aria-busy=true]")).hasCount(0);
          screen.readsWell("coordination-" + section);
        }
        screen.leave();
      }
    }
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    claire.open("/coordination").sees("#main", "réservée à la coordination");
    assertThat(claire.at(".pages a[href='/coordination']")).hasCount(0);
    claire.leave();
  }
}
