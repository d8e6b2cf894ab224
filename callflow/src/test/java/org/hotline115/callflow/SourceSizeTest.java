package org.hotline115.callflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Size is a smell with a number: a file over 300 lines or a method over 70 hides a missing noun.
 */
class SourceSizeTest {

  private static final int FILE_LINES_MAX = 300;
  private static final int METHOD_LINES_MAX = 70;

  /** A member that opens a body, at the indent that the formatter gives to members. */
  private static final Pattern METHOD =
      Pattern.compile("^ {2}(?! )(?!.*\\b(class|record|enum|interface)\\b).*\\).*\\{$");

  @Test
  void noFileAndNoMethodOutgrowsItsNoun() throws IOException {
    List<String> tooLong = new ArrayList<>();
    for (Path root : List.of(Path.of("src/main/java"), Path.of("../gateway/src/main/java"))) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          tooLong.addAll(tooLongIn(file));
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static List<String> tooLongIn(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> found = new ArrayList<>();
    if (lines.size() > FILE_LINES_MAX) {
      found.add(file + ": " + lines.size() + " lines");
    }
    int start = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (start < 0 && METHOD.matcher(lines.get(i)).matches()) {
        start = i;
      } else if (start >= 0 && lines.get(i).equals("  }")) {
        if (i - start + 1 > METHOD_LINES_MAX) {
          found.add(file + ":" + (start + 1) + ": a method of " + (i - start + 1) + " lines");
        }
        start = -1;
      }
    }
    return found;
  }
}
