package org.hotline115.callflow.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The communes that a département names, from its own file: INSEE code, name, latitude, longitude,
 * semicolon-separated, the first line naming the columns.
 */
public final class Communes {

  public static final Communes NONE = new Communes(List.of());

  private static final Pattern CODE = Pattern.compile("(?:[0-9]{2}|2[AB])[0-9]{3}");
  private static final String COLUMNS = "insee_code;name;latitude;longitude";

  private final Map<String, Commune> byCode = new LinkedHashMap<>();

  private Communes(List<Commune> communes) {
    communes.forEach(commune -> byCode.put(commune.inseeCode(), commune));
  }

  /** Throws {@link IllegalArgumentException} naming the line that is wrong. */
  public static Communes read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.getFirst().equals(COLUMNS)) {
      throw new IllegalArgumentException(file + " does not begin with " + COLUMNS);
    }
    List<Commune> communes = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        communes.add(commune(lines.get(i), file + " line " + (i + 1)));
      }
    }
    return new Communes(communes);
  }

  private static Commune commune(String line, String where) {
    String[] words = line.split(";", -1);
    if (words.length != 4 || !CODE.matcher(words[0]).matches() || words[1].isBlank()) {
      throw new IllegalArgumentException(where + " is no commune");
    }
    try {
      return new Commune(
          words[0],
          words[1].strip(),
          new GeoPoint(Double.parseDouble(words[2]), Double.parseDouble(words[3])));
    } catch (IllegalArgumentException strange) {
      throw new IllegalArgumentException(where + " has no point on the map", strange);
    }
  }

  public Optional<Commune> find(String inseeCode) {
    return Optional.ofNullable(byCode.get(inseeCode));
  }

  /** In the order of the file. */
  public Collection<Commune> all() {
    return byCode.values();
  }
}
