package org.hotline115.callflow.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commune that a postal code keyed on a telephone means, from the département's own file. A
 * code that several of its communes share means none: it is asked.
 */
public final class PostalCodes {

  public static final PostalCodes NONE = new PostalCodes(Map.of());

  private static final String COLUMNS = "postal_code;insee_code";
  private static final String SEVERAL = "";

  private final Map<String, String> inseeCodes;

  private PostalCodes(Map<String, String> inseeCodes) {
    this.inseeCodes = Map.copyOf(inseeCodes);
  }

  /** Throws {@link IllegalArgumentException} naming the line that is wrong. */
  public static PostalCodes read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
      throw new IllegalArgumentException(file + " does not begin with " + COLUMNS);
    }
    Map<String, String> codes = new HashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty()) {
        if (!line.matches("[0-9]{5};(?:[0-9]{2}|2[AB])[0-9]{3}")) {
          throw new IllegalArgumentException(
              file + " line " + (i + 1) + " is no postal code and its commune");
        }
        String[] words = line.split(";", -1);
        codes.merge(words[0], words[1], (one, other) -> one.equals(other) ? one : SEVERAL);
      }
    }
    return new PostalCodes(codes);
  }

  /** Its INSEE code. */
  public Optional<String> commune(String postalCode) {
    return Optional.ofNullable(inseeCodes.get(postalCode)).filter(code -> !code.equals(SEVERAL));
  }
}
