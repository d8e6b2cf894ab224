package org.hotline115.gateway.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import org.hotline115.callflow.appointment.ReminderRules;
import org.hotline115.callflow.message.AllowedHours;
import org.hotline115.callflow.waitlist.OfferRules;

/**
 * How long before an appointment its person gets a text, and in which hours of the day of the site.
 */
public record Reminders(
    @Default("48h") Duration first,
    @Default("3h") Duration again,
    @Default("08:00") String textsFrom,
    @Default("20:30") String textsUntil,
    @Default("2h") Duration answerOffersWithin) {

  public Reminders {
    rules(first, again, textsFrom, textsUntil);
    offers(answerOffersWithin, textsFrom, textsUntil);
  }

  public ReminderRules rules() {
    return rules(first, again, textsFrom, textsUntil);
  }

  /** How long somebody has to answer when an hour is offered that others gave up. */
  public OfferRules offers() {
    return offers(answerOffersWithin, textsFrom, textsUntil);
  }

  private static OfferRules offers(Duration within, String from, String until) {
    return new OfferRules(
        within, new AllowedHours(hour("textsFrom", from), hour("textsUntil", until)));
  }

  private static ReminderRules rules(Duration first, Duration again, String from, String until) {
    return new ReminderRules(
        first, again, new AllowedHours(hour("textsFrom", from), hour("textsUntil", until)));
  }

  private static LocalTime hour(String name, String text) {
    try {
      if (text.matches("[0-9]{2}:[0-9]{2}")) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeException noHour) {
      throw new IllegalArgumentException(name + " must be an hour such as \"08:00\"", noHour);
    }
    throw new IllegalArgumentException(name + " must be an hour such as \"08:00\"");
  }
}
