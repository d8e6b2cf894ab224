package org.hotline115.callflow.shelter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureWordsTest {

  private final FigureWords words = new FigureWords();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 | 3",
        "03 | 3",
        " 3. | 3",
        "3! | 3",
        "3 lits | 3",
        "3lits | 3",
        "trois | 3",
        "TROIS LITS | 3",
        "Bonsoir, il reste 3 places libres ce soir. Merci | 3",
        "une | 1",
        "un lit | 1",
        "0 | 0",
        "complet | 0",
        "COMPLET! | 0",
        "Complète | 0",
        "aucune | 0",
        "Aucune place | 0",
        "zéro | 0",
        "plus de place | 0",
        "plus rien | 0",
        "full | 0",
        "none | 0",
        "no beds | 0",
        "we are full | 0",
        "three beds | 3",
        "vingt et un | 21",
        "vingt-et-une places | 21",
        "soixante-dix | 70",
        "soixante et onze | 71",
        "quatre-vingts | 80",
        "quatre-vingt-dix-sept | 97",
        "septante-deux | 72",
        "cent | 100",
        "deux cents | 200",
        "cent vingt | 120",
        "twenty-one | 21",
        "one hundred and five | 105",
        "3 (trois) | 3",
        "0 complet | 0",
        "3️⃣ | 3",
        "③ | 3",
        "٣ | 3",
        "nous avons 12 lits | 12",
        "999 | 999",
      })
  void aFigureIsRead(String text, int free) {
    assertThat(words.read(text)).isEqualTo(new FigureReading.Figure(free));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 ou 4",
        "oui",
        "ok",
        "non",
        "",
        " ",
        "?",
        "3?",
        "3+",
        "~3",
        "environ 3",
        "3/4",
        "3-4",
        "-1",
        "2.5",
        "2,5",
        "trois ou quatre",
        "deux trois",
        "3 hommes et 2 femmes",
        "3 hommes",
        "3 chambres",
        "plus de 3 places",
        "pas 3",
        "presque complet",
        "complet sauf 2",
        "0465710010",
        "1000",
        "mille",
        "O",
        "👍",
        "24h",
        "3e",
        "x3",
        "à 3h",
        "rappelez-moi",
        "3 mais peut-être 4",
        "'; DROP TABLE site; --",
        "<script>3</script>",
        "${3}",
        "3\u202E4",
        "3 STOP",
        "personne n'est arrivé, il reste 3 places",
        "hier 3, ce soir 2",
        "10h30",
        "3½",
        "≥3",
        "3€",
        "lits: três",
        "три",
        "3 4",
        "1 000",
      })
  void whatIsNotSureIsNeverGuessed(String text) {
    assertThat(words.read(text)).isEqualTo(new FigureReading.Unclear());
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "stop sms", "Arrêt", "ARRETEZ svp", "DESABO", "désabonnement"})
  void noMoreQuestions(String text) {
    assertThat(words.read(text)).isEqualTo(new FigureReading.Stop());
  }

  @Test
  void everyNumberReadsBackInDigits() {
    for (int number = 0; number <= NumberWords.HIGHEST; number++) {
      assertThat(words.read(number + " places libres")).isEqualTo(new FigureReading.Figure(number));
    }
  }

  @Test
  void whateverStandsInATextNothingFailsAndNoFigureIsInvented() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(random.nextInt(40), 1, 0x3000)
              .filter(character -> !Character.isDigit(character))
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      FigureReading reading = words.read(text);
      // letters may spell a number by chance ("üñ" is one); without any, only a digit in disguise,
      // such as a superscript, may be read
      String plain = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKD);
      if (reading instanceof FigureReading.Figure && plain.matches("(?is)[^a-z]*")) {
        assertThat(plain).as("seed %d", seed).containsPattern("\\d");
      }
    }
  }

  @Test
  void aTextWithoutEndIsNotRead() {
    assertThat(words.read("3 " + "places ".repeat(500))).isEqualTo(new FigureReading.Unclear());
  }
}
