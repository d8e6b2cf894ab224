package org.hotline115.callflow.placement;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file's short name for voices: letter, figure, letter, figure, without those that sound or look
 * like another. A help for people; whatever must be certain uses the id.
 */
public record FileCode(String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-HJ-NPR-TV-Z][2-9][A-HJ-NPR-TV-Z][2-9]");

  public FileCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a file code is such as A4F7");
    }
  }

  /** As somebody typed it: lower case and blanks are forgiven. */
  public static Optional<FileCode> typed(String text) {
    String plain = text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    return SHAPE.matcher(plain).matches() ? Optional.of(new FileCode(plain)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
