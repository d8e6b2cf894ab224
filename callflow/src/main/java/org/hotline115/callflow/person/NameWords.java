package org.hotline115.callflow.person;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The words of a name as they are compared: without accents, case, hyphens and titles, in any order
 * and any script. Names are spelt by ear at three in the morning, so each word has a sound too.
 */
final class NameWords {

  /** More words are no name. */
  static final int WORDS_MAX = 8;

  private static final Set<String> TITLES =
      Set.of("m", "mr", "mme", "mlle", "mle", "monsieur", "madame", "mademoiselle", "dit", "dite");

  /** What Unicode does not take apart into a letter and a mark. */
  private static final Map<Integer, String> LIGATURES =
      Map.of(
          (int) 'œ', "oe", (int) 'æ', "ae", (int) 'ß', "ss", (int) 'ø', "o", (int) 'ł', "l",
          (int) 'đ', "d", (int) 'ð', "d", (int) 'þ', "th", (int) 'ı', "i");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** An apostrophe inside a word joins: N'Diaye is Ndiaye. */
  private static final Pattern JOINING = Pattern.compile("['’ʼ`´]");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private NameWords() {}

  /** Each once, in order; empty when there is no letter in it. */
  static List<String> of(String... names) {
    Set<String> words = new TreeSet<>();
    for (String name : names) {
      for (String word : NO_WORD.split(folded(name), -1)) {
        if (!word.isEmpty() && !TITLES.contains(word)) {
          words.add(word);
        }
      }
    }
    return new ArrayList<>(words);
  }

  private static String folded(String name) {
    String plain = JOINING.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    return MARKS
        .matcher(plain)
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .mapToObj(letter -> LIGATURES.getOrDefault(letter, Character.toString(letter)))
        .collect(Collectors.joining());
  }

  /**
   * As a French ear writes it: Mohammed and Mouhamed are one, Kadidja and Khadija too. First sound
   * and consonants; other scripts stay as they are.
   */
  static String sound(String word) {
    if (!word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
      return word;
    }
    String heard =
        word.replaceAll("(.)\\1+", "$1")
            .replaceAll("ph", "f")
            .replaceAll("t?ch|sh|sch", "S")
            .replaceAll("dj|dg|g(?=[eiy])", "j")
            .replaceAll("c(?=[eiy])|z", "s")
            .replaceAll("ck|c|q|kh", "k")
            .replaceAll("ou(?=[aeiy])|w", "v")
            .replaceAll("h", "");
    String first = heard.isEmpty() ? word.substring(0, 1) : heard.substring(0, 1);
    String rest = heard.isEmpty() ? "" : heard.substring(1).replaceAll("[aeiouy]", "");
    return ("aeiouy".contains(first) ? "a" : first) + rest.replaceAll("(.)\\1+", "$1");
  }
}
