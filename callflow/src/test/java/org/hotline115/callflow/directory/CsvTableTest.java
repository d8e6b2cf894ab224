package org.hotline115.callflow.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hotline115.callflow.directory.FileRefused.Why;
import org.hotline115.callflow.store.CsvFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people bring when they are asked for a CSV file. */
class CsvTableTest {

  private static ImportTable read(String text) {
    return CsvTable.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FileRefused refused(byte[] bytes) {
    return catchThrowableOfType(FileRefused.class, () -> CsvTable.read(bytes));
  }

  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("", Why.EMPTY_FILE, ""),
        Arguments.of(" \r\n\r\n", Why.EMPTY_FILE, ""),
        Arguments.of("\uFEFF", Why.EMPTY_FILE, ""),
        Arguments.of("place_group;name\n", Why.ONLY_A_HEADER, ""),
        Arguments.of("place_group;name\n;\n \n", Why.ONLY_A_HEADER, ""),
        Arguments.of("place_group;nom\na;b\n", Why.UNKNOWN_COLUMN, "nom"),
        Arguments.of("place_group;<script>\na;b\n", Why.UNKNOWN_COLUMN, "?script?"),
        Arguments.of("place_group;name;name\na;b;c\n", Why.DUPLICATE_COLUMN, "name"),
        Arguments.of("name;place_type\na;b\n", Why.MISSING_COLUMN, "place_group"),
        Arguments.of("place_group;name\na;\"b\n", Why.UNCLOSED_QUOTE, ""),
        Arguments.of("place_group;name\na;\"b\"c\n", Why.NOT_CSV, ""),
        Arguments.of("place_group;name\na;b\0c\n", Why.NOT_TEXT, ""),
        Arguments.of("PK\u0003\u0004 something zipped", Why.IS_A_SPREADSHEET, ""),
        Arguments.of("place_group\n" + "a\n".repeat(1_000_000), Why.TOO_MANY_LINES, "2000"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aFileOfWhichNothingCanBeBelievedSaysWhy(String text, Why why, String what) {
    FileRefused refused = refused(text.getBytes(StandardCharsets.UTF_8));

    assertThat(refused.why()).isEqualTo(why);
    assertThat(refused.what()).isEqualTo(what);
  }

  @Test
  void oneEndlessLineIsTooLargeAndBytesOfNoAlphabetAreNoText() {
    assertThat(refused(new byte[100 * 1024 * 1024]).why()).isEqualTo(Why.TOO_LARGE);
    assertThat(refused(new byte[] {'a', ';', (byte) 0x81, (byte) 0x8D}).why())
        .isEqualTo(Why.NOT_TEXT);
    assertThat(refused("place_group\na".getBytes(StandardCharsets.UTF_16)).why())
        .isEqualTo(Why.NOT_TEXT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyKindOfLineEndIsOneAndLinesAreCountedThroughQuotes(String end) {
    ImportTable table =
        read("place_group;name" + end + "a;\"x\"\"y" + end + "z\"" + end + end + "b;c" + end);

    assertThat(table.lines()).hasSize(2);
    assertThat(table.lines().get(0).words().get("name")).startsWith("x\"y").endsWith("z");
    assertThat(table.lines().get(0).number()).isEqualTo(2);
    assertThat(table.lines().get(1).word(SheetField.PLACE_GROUP)).isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", ",", "\t"})
  void theFirstLineTellsTheSeparator(String separator) {
    ImportTable table = read("place_group;name;place_type\nx;é;CHU\n".replace(";", separator));

    assertThat(table.lines().getFirst().words())
        .containsEntry("name", "é")
        .containsEntry("place_type", "CHU");
  }

  @Test
  void windows1252IsReadAndTold() {
    byte[] bytes = "place_group;name\nx;Épée «€»\n".getBytes(Charset.forName("windows-1252"));

    ImportTable table = CsvTable.read(bytes);

    assertThat(table.encoding()).isEqualTo("WINDOWS_1252");
    assertThat(table.lines().getFirst().words()).containsEntry("name", "Épée «€»");
    assertThat(read("\uFEFFplace_group;name\nx;É\n").encoding()).isEqualTo("UTF_8");
  }

  @Test
  void aLineWithAnotherNumberOfValuesIsNotWhole() {
    ImportTable table = read("place_group;name\na;b\nc\nd;e;f\n");

    assertThat(table.lines())
        .extracting(ImportTable.Line::isWhole)
        .containsExactly(true, false, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=HYPERLINK(\"x\")", "@SUM(A1)", "+33 1", "-2", "'=x", "''+x", "'x", "x", ""})
  void noFormulaLeavesAndEveryValueComesBack(String value) {
    String shielded = CsvFile.shielded(value);

    assertThat(shielded).doesNotMatch("[=@+\\-].*");
    assertThat(CsvTable.unshielded(shielded)).isEqualTo(value);
    byte[] file =
        CsvFile.forSpreadsheets(List.of("place_group", "name"), List.of(List.of("a", value)));
    assertThat(CsvTable.read(file).lines().getFirst().words()).containsEntry("name", value);
  }
}
