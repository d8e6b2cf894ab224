package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm7Test {

  @Test
  void theAlphabetHasItsHundredAndTwentySevenCharactersAndTenMore() {
    int basic = 0;
    int extension = 0;
    for (int character = 0; character < 0x3000; character++) {
      basic += Gsm7.septets(character) == 1 ? 1 : 0;
      extension += Gsm7.septets(character) == 2 ? 1 : 0;
    }
    assertThat(basic).as("128 less the escape").isEqualTo(127);
    assertThat(extension).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "l’hôtel à côté, Besançon | l'hotel à coté, Besancon",
        "Mise à l’abri, œuvre Noël | Mise à l'abri, oeuvre Noel",
        "« Étoile » – Île…          | \" Étoile \" - Ile...",
        "Straße Łódź                | Straße ?odz",
        "👍 ok                      | ? ok",
      })
  void whatIsNotInTheAlphabetIsWrittenNearly(String text, String expected) {
    assertThat(Gsm7.transliterated(text)).isEqualTo(expected);
  }

  @Test
  void aTextIsOneLineWithoutHiddenMarks() {
    assertThat(Gsm7.transliterated(" ligne\u00a0une\r\ndeux\t")).isEqualTo("ligne une deux");
    assertThat(Gsm7.transliterated("e\u0301tage\u202e")).isEqualTo("étage");
  }

  @Test
  void whateverIsTypedComesOutInTheAlphabet() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String text =
          random
              .ints(random.nextInt(60), 0, 0x1FFFF)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(Gsm7.stranger(Gsm7.transliterated(text))).as("seed %d", seed).isEmpty();
    }
  }
}
