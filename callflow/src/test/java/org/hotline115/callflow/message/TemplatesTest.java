package org.hotline115.callflow.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  private static final Path SHIPPED = Path.of("../config/texts");
  private static final LocalTime HALF_PAST_EIGHT = LocalTime.of(20, 30);

  @TempDir Path folder;

  @Test
  void everyLanguageHasEveryTextAndFitsOneSegment() {
    Templates texts = Templates.read(SHIPPED);

    assertThat(texts.languages()).containsExactlyInAnyOrder("fr", "en");
    for (String language : texts.languages()) {
      for (TemplateCode code : TemplateCode.values()) {
        assertThat(texts.template(code, language).septetsMax())
            .as("%s %s", language, code)
            .isBetween(20, 160);
      }
    }
  }

  @Test
  void theOfferReadsAsTheDomainPageSays() {
    assertThat(
            Templates.read(SHIPPED)
                .write(
                    TemplateCode.BED_OFFER,
                    "fr",
                    Map.of(
                        "arriveBefore",
                        HALF_PAST_EIGHT,
                        "address",
                        "12 rue des Lilas, Montpellier")))
        .isEqualTo(
            "115: une place est à vous ce soir. Présentez-vous avant 20h30 au 12 rue des Lilas,"
                + " Montpellier. Souci ou retard: appelez le 115.");
  }

  @Test
  void aNeutralTextSaysNothingOfShelter() {
    for (String language : Templates.read(SHIPPED).languages()) {
      String text = neutral(language);
      assertThat(text.toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("115", "place", "tonight", "soir", "bed", "shelter", "hébergement");
    }
  }

  private static String neutral(String language) {
    return Templates.read(SHIPPED)
        .write(
            TemplateCode.BED_OFFER_NEUTRAL,
            language,
            Map.of("arriveBefore", HALF_PAST_EIGHT, "callBackNumber", "04 65 71 00 00"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 rue de l’Église, Besançon | 3 rue de l'Église, Besancon",
        "1 boulevard du Général Charles de Gaulle prolongé bâtiment C, 34000 Montpellier"
            + " | 1 boulevard du Général Charles de Gaulle prolongé batiment C",
        "{arriveBefore} ${name} %s%n | {arriveBefore} ${name} %s%n",
      })
  void onlyTheLabelIsShortenedAndNothingInItIsReadAgain(String address, String written) {
    String text =
        Templates.read(SHIPPED)
            .write(
                TemplateCode.BED_OFFER,
                "fr",
                Map.of("arriveBefore", HALF_PAST_EIGHT, "address", address));

    assertThat(text).contains("avant 20h30 au " + written + ". Souci");
    assertThat(Segments.of(text).count()).isEqualTo(1);
  }

  @Test
  void aWordWithoutABorderIsCutHard() {
    String text =
        Templates.read(SHIPPED)
            .write(
                TemplateCode.BED_OFFER,
                "fr",
                Map.of("arriveBefore", HALF_PAST_EIGHT, "address", "€".repeat(200)));
    assertThat(Segments.of(text).count()).isEqualTo(1);
    assertThat(text).contains("€".repeat(30) + ".").doesNotContain("€".repeat(31));
  }

  @Test
  void anUnknownLanguageIsSpokenToInTheFirst() {
    assertThat(neutral("so")).isEqualTo(neutral("fr"));
  }

  @Test
  void aPhoneNumberIsWrittenWholeOrRefused() {
    assertThatThrownBy(() -> settings("+33 (0)4 65 71 00 00"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings("04 65 71 00 00 00"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static MessageFeature.Settings settings(String callBackNumber) {
    return new MessageFeature.Settings(
        Templates.read(SHIPPED),
        DistressWords.read(Path.of("../config/distress.txt")),
        callBackNumber,
        ZoneId.of("Europe/Paris"),
        AllowedHours.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "address: label 62\\n\\n115: | can take 161 characters",
        "address: label 61\\n\\n115ç: | 'ç' is not in GSM-7",
        "address: label 61\\n\\n115👍: | '👍' is not in GSM-7",
        "address: label 61\\n\\n{name} 115: | uses [address, arriveBefore, name]",
        "address: label 61\\n\\n115} : | has a brace without its other half",
        "address: label 0\\n\\n115: | address: its length must be a whole number",
        "address: word 61\\n\\n115: | 'address: word 61' is not such as",
        "address: phone 61\\n\\n115: | declares",
        "name: label 1\\naddress: label 61\\n\\n115: | declares",
        "arriveBefore: time Q’QQ\\naddress: label 61\\n\\n115: | arriveBefore: is not the form of an hour",
      })
  void anUnfitTextIsNamedWithItsFile(String start, String problem) throws IOException {
    copyShipped();
    String rest =
        " une place est à vous ce soir. Présentez-vous avant {arriveBefore} au {address}. Souci ou"
            + " retard: appelez le 115.";
    String text = (start.startsWith("arrive") ? "" : "arriveBefore: time HH'h'mm\n") + start + rest;
    Files.writeString(folder.resolve("fr/BED_OFFER.txt"), text.replace("\\n", "\n"));

    assertThat(refused().problems())
        .anySatisfy(found -> assertThat(found).startsWith("fr/BED_OFFER.txt: ").contains(problem));
  }

  @Test
  void allProblemsAreToldTogether() throws IOException {
    copyShipped();
    Files.delete(folder.resolve("en/BED_OFFER_CALL.txt"));
    Files.writeString(folder.resolve("fr/BED_OFFR.txt"), "x");
    Files.write(folder.resolve("fr/BED_OFFER_CALL.txt"), new byte[] {(byte) 0xe9});

    assertThat(refused().problems())
        .contains(
            "en/BED_OFFER_CALL.txt: is missing",
            "fr/BED_OFFR.txt: is no text that we send",
            "fr/BED_OFFER_CALL.txt: is not in UTF-8");
  }

  @Test
  void theShippedTextsAskForNoAnswerWhereTheSenderIsAName() {
    assertThat(Templates.read(SHIPPED, false).languages()).contains("fr", "en");
  }

  @ParameterizedTest
  @CsvSource({"fr, Répondez 1.", "fr, STOP: plus de SMS.", "en, Reply 1.", "fr, RENVOYEZ 3"})
  void aTextThatAsksForAnAnswerIsRefusedWhereTheSenderIsAName(String language, String asks)
      throws IOException {
    copyShipped();
    Path file = folder.resolve(language + "/APPT_REVOKED.txt");
    Files.writeString(file, Files.readString(file).strip() + " " + asks + "\n");

    assertThat(Templates.read(folder, true).languages()).contains(language);
    assertThatThrownBy(() -> Templates.read(folder, false))
        .isInstanceOfSatisfying(
            TemplatesRefused.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .asString()
                    .startsWith(language + "/APPT_REVOKED.txt: asks for an answer ('"));
  }

  @ParameterizedTest
  @CsvSource({"fr, 115", "fr, votre hébergement", "fr, le foyer", "fr, SIAO", "en, your shelter"})
  void aNeutralTextWithASensitiveWordIsRefused(String language, String word) throws IOException {
    copyShipped();
    Path file = folder.resolve(language + "/APPT_REMINDER_NEUTRAL.txt");
    Files.writeString(file, Files.readString(file).strip() + " " + word + "\n");

    assertThat(refused().problems())
        .singleElement()
        .asString()
        .startsWith(language + "/APPT_REMINDER_NEUTRAL.txt: is neutral and says '");
  }

  private TemplatesRefused refused() {
    try {
      Templates.read(folder);
    } catch (TemplatesRefused refused) {
      return refused;
    }
    throw new AssertionError("these texts were taken");
  }

  private void copyShipped() throws IOException {
    try (Stream<Path> files = Files.walk(SHIPPED)) {
      for (Path file : List.copyOf(files.toList())) {
        Path target = folder.resolve(SHIPPED.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }
}
