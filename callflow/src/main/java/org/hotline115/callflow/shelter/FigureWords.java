package org.hotline115.callflow.shelter;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads "3", "trois", "3 lits libres", "complet". Every word must be one we know and all must say
 * the same number: a wrong figure sends a family to a closed door, a question more costs a minute.
 */
public final class FigureWords {

  private static final int LENGTH_MAX = 160;
  private static final int WORDS_MAX = 16;

  /** Signs that make a number less than sure: 3?, 3+, ~3, 3/4, 2.5, 3-4, -1. */
  private static final Pattern UNSURE =
      Pattern.compile("[?+~<>=/%*]|\\d\\s*[.,:\\-–—]\\s*\\d|[-–—]\\s*\\d");

  private static final Set<String> STOP =
      Set.of(
          "stop",
          "arret",
          "arreter",
          "arretez",
          "desabo",
          "desabonner",
          "desabonnement",
          "desinscription",
          "unsubscribe");

  private static final Set<String> NONE =
      Set.of(
          "complet",
          "complets",
          "complete",
          "completes",
          "full",
          "plein",
          "aucun",
          "aucune",
          "none",
          "rien",
          "zero",
          "nul");

  /** Said around a figure, and never changing it. */
  private static final Set<String> AROUND =
      Set.of(
          "il",
          "y",
          "a",
          "nous",
          "on",
          "avons",
          "reste",
          "restent",
          "encore",
          "de",
          "des",
          "lit",
          "lits",
          "place",
          "places",
          "libre",
          "libres",
          "disponible",
          "disponibles",
          "dispo",
          "dispos",
          "ce",
          "soir",
          "tonight",
          "bed",
          "beds",
          "free",
          "available",
          "left",
          "we",
          "have",
          "still",
          "bonsoir",
          "bonjour",
          "merci",
          "hello",
          "thanks",
          "thank",
          "you",
          "svp",
          "sommes",
          "are",
          "is",
          "est",
          "c",
          "cest");

  private static final List<String> NO_MORE =
      List.of(
          "plus de place",
          "plus de places",
          "plus de lit",
          "plus de lits",
          "plus aucune place",
          "plus rien",
          "pas de place",
          "pas de places",
          "pas de lit",
          "pas de lits",
          "no bed",
          "no beds",
          "no place",
          "no places");

  private final NumberWords numbers = new NumberWords();

  public FigureReading read(String text) {
    String plain = plain(text);
    if (text.length() > LENGTH_MAX
        || UNSURE.matcher(plain).find()
        || !plain.codePoints().allMatch(FigureWords::isHarmless)) {
      return new FigureReading.Unclear();
    }
    List<String> words =
        List.of(
            plain
                .replaceAll("[^a-z0-9]+", " ")
                .replaceAll("(?<=\\d)(?=[a-z])|(?<=[a-z])(?=\\d)", " ")
                .strip()
                .split(" ", -1));
    if (STOP.contains(words.getFirst()) && words.size() <= 3) {
      return new FigureReading.Stop();
    }
    return words.size() > WORDS_MAX ? new FigureReading.Unclear() : figure(words);
  }

  /** What may stand around words. Letters of another alphabet and signs of reckoning may not. */
  private static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.LOWERCASE_LETTER -> character < 128;
      case Character.DECIMAL_DIGIT_NUMBER,
          Character.SPACE_SEPARATOR,
          Character.CONTROL,
          Character.OTHER_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /** Lower case, without accents; digits of every alphabet become ours. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(character -> {
          int digit = Character.isDigit(character) ? Character.digit(character, 10) : -1;
          plain.append(digit < 0 ? Character.toString(character) : Integer.toString(digit));
        });
    return plain.toString();
  }

  private FigureReading figure(List<String> words) {
    Set<Integer> said = new TreeSet<>();
    int at = 0;
    while (at < words.size()) {
      int taken = take(words, at, said);
      if (taken == 0) {
        return new FigureReading.Unclear();
      }
      at += taken;
    }
    return said.size() == 1
        ? new FigureReading.Figure(said.iterator().next())
        : new FigureReading.Unclear();
  }

  /** How many words from here were understood. */
  private int take(List<String> words, int at, Set<Integer> said) {
    String word = words.get(at);
    if (word.matches("\\d{1,3}")) {
      said.add(Integer.valueOf(word));
      return 1;
    }
    for (int length = Math.min(NumberWords.WORDS_MAX, words.size() - at); length > 0; length--) {
      List<String> phrase = new ArrayList<>(words.subList(at, at + length));
      Integer number = numbers.of(String.join(" ", phrase));
      if (number != null) {
        said.add(number);
        return length;
      }
      if (NO_MORE.contains(String.join(" ", phrase))) {
        said.add(0);
        return length;
      }
    }
    if (NONE.contains(word)) {
      said.add(0);
      return 1;
    }
    return AROUND.contains(word) ? 1 : 0;
  }
}
