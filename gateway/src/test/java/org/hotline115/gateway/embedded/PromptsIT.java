package org.hotline115.gateway.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.junit.jupiter.api.Test;

/** The words that callers hear. */
class PromptsIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SPOKEN = ROOT.resolve(".hotline/prompts");

  @Test
  void everyLanguageSaysTheSameWithTheSameNumbers() throws IOException {
    Map<String, String> french = placeholders("fr");

    for (Prompt prompt : Prompt.values()) {
      String file = prompt.name() + ".txt";
      for (Language language : prompt.languages()) {
        assertThat(placeholders(language.code()))
            .as(language.code())
            .containsEntry(file, french.getOrDefault(file, "missing in French"));
      }
    }
    for (Language language : Language.values()) {
      assertThat(french).as(language.code()).containsAllEntriesOf(placeholders(language.code()));
    }
  }

  @Test
  void everyPromptOfTheListIsThereAndTheWayToTheQueueIsShort() throws Exception {
    speak();
    JsonNode list = new ObjectMapper().readTree(SPOKEN.resolve("prompts.json").toFile());

    long frenchMillis = 0;
    for (JsonNode prompt : list.get("prompts")) {
      String lang = prompt.get("lang").asText();
      for (JsonNode part : prompt.get("parts")) {
        if (!part.asText().startsWith("{")) {
          assertThat(SPOKEN.resolve(lang + "/hotline/" + part.asText() + ".wav")).isNotEmptyFile();
        }
      }
      if (lang.equals("fr") && prompt.get("id").asText().matches("p0[1-4].*")) {
        frenchMillis += prompt.get("millis").get(0).asLong();
      }
    }
    assertThat(frenchMillis).isBetween(10_000L, 25_000L);
  }

  @Test
  void asteriskFindsTheNumbersItCountsWith() throws Exception {
    speak();

    for (Language language : Language.values()) {
      for (int number : new int[] {0, 7, 16, 21, 99, 120}) {
        assertThat(SPOKEN.resolve(language.code() + "/hotline/number/" + number + ".wav"))
            .isNotEmptyFile();
      }
      assertThat(Files.readString(ROOT.resolve("config/asterisk/etc/say.conf")))
          .contains("[" + language.code() + "](hotline)");
    }
    assertThat(SPOKEN.resolve("moh/hold.wav")).isNotEmptyFile();
  }

  private static void speak() throws InterruptedException {
    Command.Answer answer =
        Command.of(ROOT.resolve("config/prompts/render.sh").toString(), SPOKEN.toString()).run();
    assertThat(answer.ok()).as(answer.text()).isTrue();
  }

  /** Id to what stands in braces. */
  private static Map<String, String> placeholders(String lang) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve("config/prompts/" + lang))) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString(),
                  PromptsIT::inBraces,
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  private static String inBraces(Path file) {
    try {
      return Pattern.compile("\\{[a-z]+}")
          .matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .sorted()
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
