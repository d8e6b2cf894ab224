package org.hotline115.callflow.directory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline115.callflow.store.CsvFile;

/**
 * One table of the public directory as a CSV file for machines: commas, UTF-8, nothing put before a
 * value that a spreadsheet might reckon with, for a telephone number begins with a plus.
 *
 * @param columns in the order of the file, {@code id} first
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record HsdsFile(String table, List<String> columns, byte[] content) {

  public HsdsFile {
    columns = List.copyOf(columns);
  }

  public String path() {
    return table + ".csv";
  }

  /** One file a table, in their order; a table without rows has none. */
  public static List<HsdsFile> of(HsdsTables tables) {
    return tables.rows().entrySet().stream()
        .filter(table -> !table.getValue().isEmpty())
        .map(table -> of(table.getKey(), table.getValue()))
        .toList();
  }

  private static HsdsFile of(String table, List<Map<String, Object>> rows) {
    Set<String> columns = new LinkedHashSet<>(List.of("id"));
    rows.forEach(row -> columns.addAll(row.keySet()));
    List<String> ordered = List.copyOf(columns);
    return new HsdsFile(
        table,
        ordered,
        CsvFile.plain(
            ordered,
            rows.stream()
                .map(row ->
                    ordered.stream()
                        .map(column -> row.getOrDefault(column, "").toString())
                        .toList())
                .toList()));
  }
}
