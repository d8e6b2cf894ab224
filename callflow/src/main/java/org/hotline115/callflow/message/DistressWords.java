package org.hotline115.callflow.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words after which a person must read a text at once, of {@code config/distress.txt}. Too many is
 * right: a false alarm costs a glance, a missed one perhaps a life.
 */
public final class DistressWords {

  private static final String BEGINNING = "*";

  private final List<String> phrases;

  private DistressWords(List<String> phrases) {
    this.phrases = phrases;
  }

  /** One phrase a line; {@code *} at its end stands for any end of the word. */
  public static DistressWords read(Path file) {
    try {
      List<String> phrases =
          Files.readAllLines(file).stream()
              .map(DistressWords::phrase)
              .filter(phrase -> phrase != null)
              .toList();
      if (phrases.isEmpty()) {
        throw new IllegalArgumentException(file.getFileName() + ": there is no word of distress");
      }
      return new DistressWords(phrases);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static @Nullable String phrase(String line) {
    String plain = Reply.plain(line);
    if (line.isBlank() || line.startsWith("#") || plain.isEmpty()) {
      return null;
    }
    return " " + plain + (line.strip().endsWith(BEGINNING) ? "" : " ");
  }

  boolean isIn(String body) {
    String text = " " + Reply.plain(body) + " ";
    return phrases.stream().anyMatch(text::contains);
  }
}
