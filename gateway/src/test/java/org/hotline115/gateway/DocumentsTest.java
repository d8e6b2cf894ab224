package org.hotline115.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page that names a file or a class that is gone is worse than no page. */
class DocumentsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern PATH = Pattern.compile("[\\w.-]+(/[\\w.*-]+)+/?");
  private static final Pattern CLASS = Pattern.compile("(?:[A-Z][a-z0-9]+){2,}");

  @Test
  void everyPathThatAPageNamesExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      for (String link : all(LINK, text)) {
        if (!Files.exists(page.getParent().resolve(link))) {
          missing.add(ROOT.relativize(page) + ": " + link);
        }
      }
      for (String code : all(CODE, text)) {
        if (PATH.matcher(code).matches() && !code.contains("*") && !exists(page, code)) {
          missing.add(ROOT.relativize(page) + ": " + code);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean exists(Path page, String path) {
    boolean isMade = path.startsWith(".hotline") || path.contains("target/");
    return isMade
        || Files.exists(ROOT.resolve(path))
        || Files.exists(page.getParent().resolve(path));
  }

  @Test
  void everyClassThatAPageNamesExists() throws IOException {
    Set<String> known = sourceNames();
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      for (String code : all(CODE, Files.readString(page))) {
        if (CLASS.matcher(code).matches() && !known.contains(code)) {
          missing.add(ROOT.relativize(page) + ": " + code);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() {
    List<Path> pages =
        Stream.of(
                "README.md",
                "callflow/RATIONALE.md",
                "gateway/RATIONALE.md",
                "dashboard/RATIONALE.md")
            .map(ROOT::resolve)
            .toList();
    assertThat(pages).allMatch(Files::exists);
    return pages;
  }

  private static List<String> all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> found = new ArrayList<>();
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** Names of files, and of the types nested in them. */
  private static Set<String> sourceNames() throws IOException {
    Pattern nested = Pattern.compile("\\b(?:class|record|interface|enum)\\s+([A-Z]\\w+)");
    Set<String> names = new TreeSet<>();
    for (String module : List.of("callflow/src", "gateway/src")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        for (Path file :
            files.filter(f -> f.toString().endsWith(".java")).collect(Collectors.toList())) {
          Matcher matcher = nested.matcher(Files.readString(file));
          while (matcher.find()) {
            names.add(matcher.group(1));
          }
        }
      }
    }
    return names;
  }
}
