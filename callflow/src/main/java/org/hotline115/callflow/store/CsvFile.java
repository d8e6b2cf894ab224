package org.hotline115.callflow.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables that leave as CSV. A value that a spreadsheet would run as a formula leaves with an
 * apostrophe before it.
 */
public final class CsvFile {

  private static final Pattern FORMULA = Pattern.compile("'*[=@+\\-\\t\\r].*", Pattern.DOTALL);
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvFile() {}

  /** As a spreadsheet of this country opens it: with the mark, semicolons, CRLF. */
  public static byte[] forSpreadsheets(List<String> columns, List<List<String>> rows) {
    return print(
        BYTE_ORDER_MARK,
        CSVFormat.Builder.create(CSVFormat.EXCEL).setDelimiter(';').get(),
        columns,
        rows.stream().map(row -> row.stream().map(CsvFile::shielded).toList()).toList());
  }

  /** For machines: RFC 4180, each value as it is. */
  public static byte[] plain(List<String> columns, List<List<String>> rows) {
    return print("", CSVFormat.RFC4180, columns, rows);
  }

  private static byte[] print(
      Object first, CSVFormat format, List<String> columns, List<List<String>> rows) {
    StringBuilder text = new StringBuilder().append(first);
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(columns);
      for (List<String> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  public static String shielded(String value) {
    return FORMULA.matcher(value).matches() ? "'" + value : value;
  }
}
