package org.hotline115.callflow.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.hotline115.callflow.directory.FileRefused.Why;
import org.hotline115.callflow.store.CsvFile;

/**
 * Bytes that somebody brought become a table of words. UTF-8 with or without its mark; else
 * Windows-1252, which is told. Comma, semicolon or tab, by the first line. The apostrophe that
 * {@link CsvFile} puts before what a spreadsheet would run as a formula is taken away again.
 */
final class CsvTable {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern SHIELDED = Pattern.compile("'+[=@+\\-\\t\\r].*", Pattern.DOTALL);
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvTable() {}

  /** Throws {@link FileRefused}. */
  static ImportTable read(byte[] bytes) {
    String text = text(bytes);
    boolean windows = !isUtf8(bytes);
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .setTrailingData(false)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<ImportTable.Line> lines = new ArrayList<>();
      List<String> columns = List.of();
      for (CSVRecord record : parser) {
        if (columns.isEmpty()) {
          columns = record.toList().stream().map(CsvTable::column).toList();
          ImportTable.checkColumns(columns);
        } else if (!isBlank(record)) {
          ImportTable.refuseTooMany(lines.size() + 1);
          lines.add(line(parser.getCurrentLineNumber(), columns, record));
        }
      }
      return new ImportTable(lines, windows ? "WINDOWS_1252" : "UTF_8");
    } catch (UncheckedIOException | IOException broken) {
      throw broken(broken);
    }
  }

  private static String column(String head) {
    return head.strip().toLowerCase(Locale.ROOT);
  }

  private static ImportTable.Line line(long lastLine, List<String> columns, CSVRecord record) {
    List<String> values = record.toList();
    long breaks = values.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
    Map<String, String> words = new HashMap<>();
    for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
      words.put(columns.get(i), unshielded(values.get(i)));
    }
    return new ImportTable.Line((int) (lastLine - breaks), words, values.size() == columns.size());
  }

  private static boolean isBlank(CSVRecord record) {
    return record.toList().stream().allMatch(String::isBlank);
  }

  private static FileRefused broken(Exception broken) {
    String said = String.valueOf(broken.getMessage());
    return new FileRefused(said.contains("EOF") ? Why.UNCLOSED_QUOTE : Why.NOT_CSV, "");
  }

  private static String text(byte[] bytes) {
    if (bytes.length > ImportTable.BYTES_MAX) {
      throw new FileRefused(Why.TOO_LARGE, Integer.toString(ImportTable.BYTES_MAX));
    }
    if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 8) {
      throw new FileRefused(Why.IS_A_SPREADSHEET, "");
    }
    String text = decoded(bytes);
    if (text.indexOf('\0') >= 0) {
      throw new FileRefused(Why.NOT_TEXT, "");
    }
    text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    text = text.replace("\r\n", "\n").replace('\r', '\n');
    if (text.isBlank()) {
      throw new FileRefused(Why.EMPTY_FILE, "");
    }
    return text;
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : WINDOWS;
      return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException neither) {
      throw new FileRefused(Why.NOT_TEXT, "");
    }
  }

  private static char delimiter(String text) {
    String head = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(head, candidate) > count(head, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  static String unshielded(String value) {
    return SHIELDED.matcher(value).matches() ? value.substring(1) : value;
  }
}
