package org.hotline115.callflow.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All texts in all languages, read once at the start from {@code config/texts/<lang>/<CODE>.txt}.
 * Every language has every text with the same variables, or nothing starts.
 */
public final class Templates {

  private static final String FALLBACK = "fr";

  private final Map<String, Map<TemplateCode, TextTemplate>> byLanguage;

  private Templates(Map<String, Map<TemplateCode, TextTemplate>> byLanguage) {
    this.byLanguage = byLanguage;
  }

  /**
   * Reads every language below the folder.
   *
   * @throws IllegalStateException naming every file that is missing or refused
   */
  public static Templates read(Path folder) {
    Map<String, Map<TemplateCode, TextTemplate>> byLanguage = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    try (Stream<Path> languages = Files.list(folder)) {
      for (Path language : languages.filter(Files::isDirectory).sorted().toList()) {
        byLanguage.put(language.getFileName().toString(), readLanguage(language, problems));
      }
    } catch (IOException e) {
      problems.add(folder + ": cannot be read");
    }
    if (!byLanguage.containsKey(FALLBACK)) {
      problems.add(folder.resolve(FALLBACK) + ": is missing");
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException("the texts cannot be used: " + String.join("; ", problems));
    }
    return new Templates(byLanguage);
  }

  private static Map<TemplateCode, TextTemplate> readLanguage(Path folder, List<String> problems) {
    Map<TemplateCode, TextTemplate> templates = new EnumMap<>(TemplateCode.class);
    for (TemplateCode code : TemplateCode.values()) {
      Path file = folder.resolve(code + ".txt");
      try {
        TextTemplate template = TextTemplate.parse(Files.readString(file).strip());
        if (!template.lengthMax().keySet().equals(code.variables())) {
          problems.add(file + ": its variables must be " + code.variables());
        }
        templates.put(code, template);
      } catch (IOException missing) {
        problems.add(file + ": is missing");
      } catch (IllegalArgumentException refused) {
        problems.add(file + ": " + refused.getMessage());
      }
    }
    return templates;
  }

  /** In the person's language where we have it, else in French. */
  String render(TemplateCode code, String language, Map<String, String> values) {
    Map<TemplateCode, TextTemplate> templates = byLanguage.get(language);
    if (templates == null) {
      templates = byLanguage.getOrDefault(FALLBACK, Map.of());
    }
    TextTemplate template = templates.get(code);
    if (template == null) {
      throw new IllegalStateException("no text " + code);
    }
    return template.render(values);
  }
}
