package org.hotline115.gateway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A coordinator opens a reception, an agent books, moves and cancels in it with the keyboard, two
 * agents want the same seat, and the day is on one sheet.
 */
@Timeout(420)
class AppointmentJourney {

  @RegisterExtension static final DemoStage stage = new DemoStage();

  @Test
  void aReceptionIsOpenedAndItsSlotsAreBookedMovedAndGivenBack() {
    Screen nadia = stage.screen(ColorScheme.LIGHT, "fr").signIn("nadia");
    aReceptionIsOpened(nadia);
    Screen claire = stage.screen(ColorScheme.LIGHT, "fr").signIn("claire");
    Screen karim = stage.screen(ColorScheme.DARK, "fr").signIn("karim");
    for (Screen screen : new Screen[] {claire, karim}) {
      screen.open("/appointments").at("#day-site").selectOption("lilas");
      screen.button("Lendemain").click();
      assertThat(screen.at(".slots button:enabled")).hasCount(6);
    }

    karim.at(".slots button:enabled").first().click();
    karim.at("#slot-name").fill("M. D.");
    claire.at(".slots button").first().press("Enter");
    claire.at("#slot-name").fill("Mme K.");
    claire.at("#slot-number").fill("06 39 98 12 78");
    claire.at("[name=smsAgreed]").check();
    claire.readsWell("appointments-booking").at("#slot-number").focus();
    claire.press("Enter").sees("#main [role=status]", "C’est réservé");
    claire
        .sees("day-sheet", "Mme K.")
        .sees("day-sheet .told", "SMS")
        .readsWell("appointments-booked");

    karim.at("#slot-name").press("Enter");
    karim.sees("#main [role=status]", "vient d’être pris");
    assertThat(karim.at(".slots button:enabled")).hasCount(5);
    assertThat(karim.at("#slot-name")).hasValue("M. D.");
    karim.sees(".slots", "complet").readsWell("appointments-taken");

    claire.button("Déplacer").click();
    claire.sees("slot-choice", "Choisissez le nouveau créneau").readsWell("appointments-moving");
    claire.at(".slots button:enabled").last().press("Enter");
    claire.sees("#main [role=status]", "C’est déplacé").sees("day-sheet", "11 h 30");
    claire.button("La personne annule").click();
    claire.sees("day-sheet", "a prévenu, ne vient pas");
    assertThat(claire.at(".slots button:enabled")).hasCount(6);

    whoWaitsIsOfferedWhatIsGivenUp(claire, karim);
    claire.button("Aujourd’hui").click();
    claire.button("Quelqu’un est venu sans rendez-vous").click();
    claire.sees("day-sheet", "reçu").picture("appointments-walk-in");
    nadia.leave();
    claire.leave();
    karim.leave();
  }

  /** Of tomorrow's last hour: given up by one, offered to another who is called, and taken. */
  private static void whoWaitsIsOfferedWhatIsGivenUp(Screen claire, Screen karim) {
    claire.at(".slots button:enabled").last().click();
    claire.at("#slot-name").fill("M. R.");
    claire.press("Enter").sees("#main [role=status]", "C’est réservé");
    claire.button("Mettre sur la liste").click();
    claire.at("#wait-name").fill("Mme T.");
    claire.at("#wait-number").fill("06 39 98 12 79");
    claire.readsWell("waits-joining").at("#wait-number").press("Enter");
    claire.sees("#main [role=status]", "à la suite des autres");
    claire.sees(".wait-rows", "Mme T.").readsWell("waits-list");

    claire
        .at("day-sheet .day-row:has-text(\"M. R.\") button:has-text(\"La personne annule\")")
        .click();
    claire.sees(".asked-rows", "proposé à Mme T.").sees(".asked-rows", "pas d’accord pour un SMS");
    claire.sees(".slots", "proposé").button("Voir le numéro").click();
    claire.sees(".asked-rows", "+33639981279").readsWell("waits-asked");
    karim.open("/appointments").at("#day-site").selectOption("lilas");
    karim.button("Lendemain").click();
    karim.sees(".asked-rows", "proposé à Mme T.").readsWell("waits-asked-dark");
    assertThat(karim.at(".slots button:enabled")).hasCount(5);

    claire.button("Le prend").click();
    claire.sees("#main [role=status]", "C’est réservé pour cette personne");
    claire.sees("day-sheet", "Mme T.").sees("appointment-waits", "Personne n’attend");
    claire.button("Prévenir si plus tôt").click();
    claire.sees(".wait-rows", "veut venir avant").sees("day-sheet", "voudrait venir plus tôt");
    claire.readsWell("waits-earlier").button("Retirer Mme T.").click();
    claire.sees("appointment-waits", "Personne n’attend");
  }

  private static void aReceptionIsOpened(Screen nadia) {
    nadia.open("/coordination#schedules").at("#schedule-site").selectOption("lilas");
    nadia.at("#schedule-service").fill("premier accueil");
    for (String day : new String[] {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}) {
      nadia.at("[name=" + day + "]").check();
    }
    nadia.at("#schedule-holidays").selectOption("");
    nadia.at("#schedule-closesAt").fill("09:10");
    nadia.at("schedule-list button.main").click();
    nadia.sees("schedule-list .problem", "pas un créneau entier");
    nadia.at("#schedule-closesAt").fill("12:00");
    nadia.at("schedule-list button.main").click();
    nadia.sees("schedule-list [role=status]", "La permanence est ouverte");
    nadia.sees("schedule-list .keep-rows", "premier accueil").readsWell("schedules");
    nadia.at(".closed-days input").fill("2027-12-24");
    nadia.at(".closed-days input").press("Enter");
    nadia.sees(".closed-days", "24 décembre").readsWell("schedules-closed-day");
    nadia.at(".closed-days .chip button").click();
    assertThat(nadia.at(".closed-days .chip")).hasCount(0);
  }
}
