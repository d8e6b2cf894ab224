package org.hotline115.callflow.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Every text in every language, read and checked once at the start. */
public final class Templates {

  /** Spoken where a person's language has no texts. */
  static final String FIRST_LANGUAGE = "fr";

  private final Map<String, Map<TemplateCode, TextTemplate>> languages;

  private Templates(Map<String, Map<TemplateCode, TextTemplate>> languages) {
    this.languages = languages;
  }

  /**
   * Reads {@code folder/<language>/<code>.txt}.
   *
   * @param isHeard whether an answer reaches us: a name as sender can only be read
   * @throws TemplatesRefused naming everything that is wrong, with its file
   */
  public static Templates read(Path folder, boolean isHeard) {
    List<String> problems = new ArrayList<>();
    Map<String, Map<TemplateCode, TextTemplate>> languages = new LinkedHashMap<>();
    for (Path language : children(folder, problems)) {
      languages.put(language.getFileName().toString(), readLanguage(language, isHeard, problems));
    }
    if (!languages.containsKey(FIRST_LANGUAGE)) {
      problems.add(FIRST_LANGUAGE + ": there is no such language");
    }
    if (!problems.isEmpty()) {
      throw new TemplatesRefused(problems);
    }
    return new Templates(languages);
  }

  /** The same where an answer reaches us. */
  public static Templates read(Path folder) {
    return read(folder, true);
  }

  private static Map<TemplateCode, TextTemplate> readLanguage(
      Path folder, boolean isHeard, List<String> problems) {
    String language = folder.getFileName() + "/";
    Locale spoken = Locale.forLanguageTag(folder.getFileName().toString());
    List<String> files =
        new ArrayList<>(
            children(folder, problems).stream().map(f -> f.getFileName().toString()).toList());
    Map<TemplateCode, TextTemplate> texts = new EnumMap<>(TemplateCode.class);
    for (TemplateCode code : TemplateCode.values()) {
      String file = code + ".txt";
      if (!files.remove(file)) {
        problems.add(language + file + ": is missing");
        continue;
      }
      List<String> found = new ArrayList<>();
      texts.put(
          code,
          TextTemplate.read(code, spoken, isHeard, lines(folder.resolve(file), found), found));
      found.forEach(problem -> problems.add(language + file + ": " + problem));
    }
    files.forEach(file -> problems.add(language + file + ": is no text that we send"));
    return texts;
  }

  private static List<Path> children(Path folder, List<String> problems) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException unreadable) {
      problems.add(folder.getFileName() + ": cannot be read");
      return List.of();
    }
  }

  private static List<String> lines(Path file, List<String> problems) {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException otherAlphabet) {
      problems.add("is not in UTF-8");
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> languages() {
    return List.copyOf(languages.keySet());
  }

  TextTemplate template(TemplateCode code, String language) {
    Map<TemplateCode, TextTemplate> spoken = languages.get(language);
    Map<TemplateCode, TextTemplate> texts = spoken == null ? languages.get(FIRST_LANGUAGE) : spoken;
    TextTemplate template = texts == null ? null : texts.get(code);
    if (template == null) {
      throw new IllegalStateException("no text " + code);
    }
    return template;
  }

  String write(TemplateCode code, String language, Map<String, Object> values) {
    return template(code, language).write(values);
  }
}
