package org.hotline115.gateway.asterisk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;

/**
 * The sounds on disk and how long each is, from the list {@code prompts.json}. A missing one is
 * refused at the start: Asterisk would play nothing and call it success.
 */
public final class Prompts {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NUMBER = "number/";

  /** All that is missing, told at once. */
  public static final class PromptsMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PromptsMissing(Path folder, List<String> missing) {
      super("prompts are missing in " + folder + ": " + String.join(", ", missing));
    }
  }

  /** The pieces of a prompt in the order they are played; a piece may stand for a number. */
  record Sound(List<String> parts, Duration length) {}

  private final Map<String, Sound> sounds;
  private final int highestNumber;

  private Prompts(Map<String, Sound> sounds, int highestNumber) {
    this.sounds = sounds;
    this.highestNumber = highestNumber;
  }

  /**
   * Reads the list and looks for every file.
   *
   * @throws PromptsMissing naming everything that is not there
   */
  public static Prompts in(Path folder) {
    Map<String, Sound> sounds = new HashMap<>();
    List<String> missing = new ArrayList<>();
    int highestNumber = 0;
    try {
      JsonNode list = JSON.readTree(folder.resolve("prompts.json").toFile());
      highestNumber = list.path("highestNumber").asInt();
      for (JsonNode entry : list.path("prompts")) {
        String language = entry.path("lang").asText();
        Sound sound = sound(entry);
        sounds.put(language + " " + entry.path("id").asText(), sound);
        sound.parts().stream()
            .filter(part -> !part.startsWith("{"))
            .map(part -> language + "/hotline/" + part + ".wav")
            .filter(file -> !Files.isReadable(folder.resolve(file)))
            .forEach(missing::add);
      }
    } catch (IOException e) {
      missing.add("prompts.json");
    }
    for (Prompt prompt : Prompt.values()) {
      prompt.languages().forEach(language -> require(sounds, language, prompt.id(), missing));
    }
    for (Language language : Language.values()) {
      for (int number = 0; number <= highestNumber; number++) {
        require(sounds, language, NUMBER + number, missing);
      }
    }
    if (!missing.isEmpty()) {
      throw new PromptsMissing(folder, missing);
    }
    return new Prompts(Map.copyOf(sounds), highestNumber);
  }

  private static void require(
      Map<String, Sound> sounds, Language language, String id, List<String> missing) {
    if (!sounds.containsKey(language.code() + " " + id)) {
      missing.add(language.code() + "/" + id);
    }
  }

  private static Sound sound(JsonNode entry) {
    List<String> parts = new ArrayList<>();
    entry.path("parts").forEach(part -> parts.add(part.asText()));
    long millis = 0;
    for (JsonNode length : entry.path("millis")) {
      millis += length.asLong();
    }
    return new Sound(List.copyOf(parts), Duration.ofMillis(millis));
  }

  int highestNumber() {
    return highestNumber;
  }

  /** What Asterisk plays, in order. */
  List<String> files(Prompt prompt, Language language) {
    return sound(prompt, language).parts().stream().map(Prompts::file).toList();
  }

  /** The same with a number in it. */
  List<String> files(Prompt prompt, Language language, int number) {
    return sound(prompt, language).parts().stream()
        .flatMap(part ->
            part.startsWith("{") ? number(number, language).stream() : Stream.of(file(part)))
        .toList();
  }

  Duration length(Prompt prompt, Language language) {
    return sound(prompt, language).length();
  }

  Duration length(Prompt prompt, Language language, int number) {
    return length(prompt, language).plus(length(number, language));
  }

  /** A number as one counts; one that is higher than any we can say is said digit by digit. */
  List<String> number(int number, Language language) {
    return number >= 0 && number <= highestNumber
        ? sound(NUMBER + number, language).parts().stream().map(Prompts::file).toList()
        : digits(Integer.toString(Math.abs(number)), language);
  }

  Duration length(int number, Language language) {
    return number >= 0 && number <= highestNumber
        ? sound(NUMBER + number, language).length()
        : length(Integer.toString(Math.abs(number)), language);
  }

  List<String> digits(String digits, Language language) {
    return digits
        .chars()
        .mapToObj(digit -> sound(NUMBER + (char) digit, language))
        .flatMap(sound -> sound.parts().stream().map(Prompts::file))
        .toList();
  }

  Duration length(String digits, Language language) {
    return digits
        .chars()
        .mapToObj(digit -> sound(NUMBER + (char) digit, language).length())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What colleagues alone hear is French where their language lacks it. */
  private Sound sound(Prompt prompt, Language language) {
    return sound(prompt.id(), prompt.languages().contains(language) ? language : Language.FR);
  }

  private Sound sound(String id, Language language) {
    Sound sound = sounds.get(language.code() + " " + id);
    if (sound == null) {
      throw new IllegalStateException("no prompt " + id);
    }
    return sound;
  }

  private static String file(String part) {
    return "hotline/" + part;
  }
}
