package org.hotline115.callflow.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How names are compared: by ear, without accents, in any order. */
class NameWordsTest {

  @ParameterizedTest
  @CsvSource({
    "Zoé LEFÈVRE, lefevre zoe",
    "Mme Diallo Kadiatou, Kadiatou  DIALLO",
    "N'Diaye, ndiaye",
    "N’Diaye, NDIAYE",
    "Jean-Luc, jean luc",
    "Łukasz, lukasz",
    "Œuvrard, oeuvrard",
    "Ｚｏｅ, zoe",
    "Güneş, gunes"
  })
  void accentsCaseTitlesAndOrderMakeNoDifference(String one, String other) {
    assertThat(NameWords.of(one)).isNotEmpty().isEqualTo(NameWords.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "mohamed, mohammed",
    "mohamed, mouhamed",
    "youssef, yusuf",
    "youssef, youcef",
    "khadidja, kadija",
    "ouattara, wattara",
    "cheikh, sheikh",
    "joseph, josef",
    "ousmane, usman",
    "philippe, filipe",
    "aissatou, aissata"
  })
  void whatSoundsAlikeIsFoundTogether(String one, String other) {
    assertThat(NameWords.sound(one)).isEqualTo(NameWords.sound(other));
  }

  @ParameterizedTest
  @CsvSource({"diallo, bah", "karim, marie", "fatou, nadia", "jean, luc"})
  void whatSoundsDifferentIsNot(String one, String other) {
    assertThat(NameWords.sound(one)).isNotEqualTo(NameWords.sound(other));
  }

  @Test
  void otherScriptsAreComparedAsTheyAre() {
    assertThat(NameWords.of("محمد")).containsExactly("محمد");
    assertThat(NameWords.sound("محمد")).isEqualTo("محمد");
    assertThat(NameWords.of("Иван ПЕТРОВ")).containsExactly("иван", "петров");
  }

  @ParameterizedTest
  @CsvSource(value = {"😀👨‍👩‍👧", "%_*?", "''", "Mme", "--- ;", "\u202E\u200F"})
  void whatHasNoLetterIsNoName(String text) {
    assertThat(NameWords.of(text)).isEmpty();
  }

  @Test
  void directionMarksHideNothing() {
    PersonDetails details =
        new PersonDetails("\u202EuotaiDaK\u202C", " ", "", null, Gender.UNKNOWN, null, false);
    assertThat(details.firstName()).isEqualTo("uotaiDaK");
    assertThat(details.lastName()).isEmpty();
  }
}
