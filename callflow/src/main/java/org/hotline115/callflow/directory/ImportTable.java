package org.hotline115.callflow.directory;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.directory.FileRefused.Why;

/**
 * What somebody brought, as words under known columns, whatever format it came in. A column that
 * nobody knows, that stands twice or that is missing refuses the whole: a misspelt head would
 * silently lose a column of every line.
 *
 * @param encoding how the bytes were read
 */
public record ImportTable(List<Line> lines, String encoding) {

  public static final int BYTES_MAX = 2 * 1024 * 1024;
  public static final int LINES_MAX = 2_000;

  /** Says {@code true} for a group that is to leave the board. */
  public static final String REMOVED = "removed";

  private static final int SHOWN_MAX = 40;

  /**
   * One group as it was written.
   *
   * @param number the line of the file where it begins, or its place in the list
   * @param words by column; not given is another thing than empty
   * @param isWhole false: it has more or fewer values than there are columns
   */
  public record Line(int number, Map<String, String> words, boolean isWhole) {

    public Line {
      words = Map.copyOf(words);
    }

    Map<SheetField, String> fields() {
      Map<SheetField, String> fields = new EnumMap<>(SheetField.class);
      words.forEach((column, word) ->
          SheetField.ofColumn(column).ifPresent(field -> fields.put(field, word)));
      return fields;
    }

    String word(SheetField field) {
      return words.getOrDefault(field.column(), "").strip();
    }

    /** What stands under "removed", empty when nothing does. */
    String removed() {
      return words.getOrDefault(REMOVED, "").strip();
    }
  }

  public ImportTable {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new FileRefused(Why.ONLY_A_HEADER, "");
    }
    refuseTooMany(lines.size());
  }

  /** Throws {@link FileRefused} unless every column is known and stands there once. */
  public static void checkColumns(List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.equals(REMOVED) && SheetField.ofColumn(column).isEmpty()) {
        throw new FileRefused(Why.UNKNOWN_COLUMN, shown(column));
      }
      if (!seen.add(column)) {
        throw new FileRefused(Why.DUPLICATE_COLUMN, column);
      }
    }
    if (!seen.contains(SheetField.PLACE_GROUP.column())) {
      throw new FileRefused(Why.MISSING_COLUMN, SheetField.PLACE_GROUP.column());
    }
  }

  public static void refuseTooMany(int lines) {
    if (lines > LINES_MAX) {
      throw new FileRefused(Why.TOO_MANY_LINES, Integer.toString(LINES_MAX));
    }
  }

  private static String shown(String column) {
    String clean = column.replaceAll("[^\\p{L}0-9_ .-]", "?");
    return clean.length() > SHOWN_MAX ? clean.substring(0, SHOWN_MAX) : clean;
  }
}
