package org.hotline115.gateway.asterisk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;

/** A folder that looks as the rendered prompts do, with silence in it. */
final class FakePrompts {

  private FakePrompts() {}

  static Path in(Path folder) {
    List<String> entries = new ArrayList<>();
    for (Prompt prompt : Prompt.values()) {
      for (Language language : prompt.languages()) {
        entries.add(entry(folder, language, prompt.id(), 5_000));
      }
    }
    for (Language language : Language.values()) {
      for (int number = 0; number <= 2; number++) {
        entries.add(entry(folder, language, "number/" + number, 500));
      }
    }
    write(
        folder.resolve("prompts.json"),
        "{\"highestNumber\": 2, \"prompts\": [" + String.join(",\n", entries) + "]}");
    return folder;
  }

  private static String entry(Path folder, Language language, String id, int millis) {
    write(folder.resolve(language.code()).resolve("hotline").resolve(id + ".wav"), "RIFF");
    return "{\"id\": \"%s\", \"lang\": \"%s\", \"parts\": [\"%s\"], \"millis\": [%d]}"
        .formatted(id, language.code(), id, millis);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
