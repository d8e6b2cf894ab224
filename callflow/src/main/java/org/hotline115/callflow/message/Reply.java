package org.hotline115.callflow.message;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * What an answer means, by itself. Only a text that is nothing but the word counts: "2 enfants" is
 * no cancellation, and who cancels never refuses further texts by it.
 */
public enum Reply {
  YES,
  NO,
  /** No more reminders and surveys. */
  STOP,
  /** No more texts of any kind. */
  STOP_ALL,
  START,
  HELP,
  OTHER;

  private static final Map<String, Reply> WORDS =
      Map.ofEntries(
          Map.entry("1", YES),
          Map.entry("OUI", YES),
          Map.entry("OK", YES),
          Map.entry("YES", YES),
          Map.entry("2", NO),
          Map.entry("NON", NO),
          Map.entry("NO", NO),
          Map.entry("ANNULER", NO),
          Map.entry("ANNULE", NO),
          Map.entry("CANCEL", NO),
          Map.entry("STOP", STOP),
          Map.entry("STOP SMS", STOP),
          Map.entry("ARRET", STOP),
          Map.entry("ARRETER", STOP),
          Map.entry("ARRETEZ", STOP),
          Map.entry("DESABO", STOP),
          Map.entry("DESABONNEMENT", STOP),
          Map.entry("DESABONNER", STOP),
          Map.entry("UNSUBSCRIBE", STOP),
          Map.entry("STOP TOUT", STOP_ALL),
          Map.entry("STOPALL", STOP_ALL),
          Map.entry("STOP ALL", STOP_ALL),
          Map.entry("START", START),
          Map.entry("REPRENDRE", START),
          Map.entry("UNSTOP", START),
          Map.entry("AIDE", HELP),
          Map.entry("HELP", HELP),
          Map.entry("INFO", HELP),
          Map.entry("115", HELP));

  public static Reply read(String body) {
    return WORDS.getOrDefault(plain(body), OTHER);
  }

  /** In capitals, without accents, signs around it or doubled spaces. */
  static String plain(String body) {
    String capitals =
        Normalizer.normalize(body, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toUpperCase(Locale.ROOT);
    return capitals.replaceAll("[^\\p{Alnum}]+", " ").strip();
  }
}
