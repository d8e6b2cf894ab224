package org.hotline115.callflow.shelter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every number up to 999 as French and English people write it, without accents and hyphens. */
final class NumberWords {

  static final int HIGHEST = 999;

  /** The most words that one number has: "quatre cent quatre vingt dix neuf". */
  static final int WORDS_MAX = 6;

  private static final List<String> FRENCH =
      List.of(
          "zero",
          "un",
          "deux",
          "trois",
          "quatre",
          "cinq",
          "six",
          "sept",
          "huit",
          "neuf",
          "dix",
          "onze",
          "douze",
          "treize",
          "quatorze",
          "quinze",
          "seize",
          "dix sept",
          "dix huit",
          "dix neuf");
  private static final List<String> ENGLISH =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> FRENCH_TENS =
      List.of("", "", "vingt", "trente", "quarante", "cinquante", "soixante");
  private static final List<String> ENGLISH_TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private final Map<String, Integer> numbers = new HashMap<>();

  NumberWords() {
    for (int number = 0; number <= HIGHEST; number++) {
      add(french(number), number);
      add(english(number), number);
    }
    add("une", 1);
    add("quatre vingts", 80);
    add("huitante", 80);
    for (int unit = 0; unit <= 9; unit++) {
      add(regional("septante", unit), 70 + unit);
      add(regional("octante", unit), 80 + unit);
      add(regional("nonante", unit), 90 + unit);
    }
    for (int hundred = 2; hundred <= 9; hundred++) {
      add(FRENCH.get(hundred) + " cents", hundred * 100);
      for (int rest = 1; rest <= 99; rest++) {
        add(ENGLISH.get(hundred) + " hundred and " + english(rest), hundred * 100 + rest);
      }
    }
    for (int rest = 1; rest <= 99; rest++) {
      add("one hundred and " + english(rest), 100 + rest);
    }
    for (int ten = 20; ten <= 60; ten += 10) {
      add(FRENCH_TENS.get(ten / 10) + " et une", ten + 1);
    }
  }

  private void add(String words, int number) {
    numbers.put(words, number);
  }

  /** Null when these words are no number. */
  @Nullable Integer of(String words) {
    return numbers.get(words);
  }

  private static String regional(String tens, int unit) {
    return switch (unit) {
      case 0 -> tens;
      case 1 -> tens + " et un";
      default -> tens + " " + FRENCH.get(unit);
    };
  }

  private static String french(int number) {
    if (number < 20) {
      return FRENCH.get(number);
    }
    if (number >= 100) {
      String hundred = number < 200 ? "cent" : FRENCH.get(number / 100) + " cent";
      return number % 100 == 0 ? hundred : hundred + " " + french(number % 100);
    }
    int tens = number / 10;
    int unit = number % 10;
    return switch (tens) {
      case 7 -> "soixante " + (unit == 1 ? "et onze" : FRENCH.get(10 + unit));
      case 8 -> unit == 0 ? "quatre vingt" : "quatre vingt " + FRENCH.get(unit);
      case 9 -> "quatre vingt " + FRENCH.get(10 + unit);
      default ->
          unit == 0
              ? FRENCH_TENS.get(tens)
              : FRENCH_TENS.get(tens) + (unit == 1 ? " et un" : " " + FRENCH.get(unit));
    };
  }

  private static String english(int number) {
    if (number < 20) {
      return ENGLISH.get(number);
    }
    if (number >= 100) {
      String hundred = ENGLISH.get(number / 100) + " hundred";
      return number % 100 == 0 ? hundred : hundred + " " + english(number % 100);
    }
    String tens = ENGLISH_TENS.get(number / 10);
    return number % 10 == 0 ? tens : tens + " " + ENGLISH.get(number % 10);
  }
}
