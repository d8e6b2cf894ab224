package org.hotline115.callflow.directory;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.hotline115.callflow.store.CsvFile;

/** Sites and groups as they stand, and as a file that can be brought back. */
public final class ReadDirectory {

  private final JdbcDirectory directory;
  private final ZoneId zone;
  private final InstantSource clock;

  ReadDirectory(JdbcDirectory directory, ZoneId zone, InstantSource clock) {
    this.directory = directory;
    this.zone = zone;
    this.clock = clock;
  }

  /** By site and name. Throws when the records are away. */
  public List<Entry> list() {
    return directory.list(clock.instant());
  }

  /** The columns of an import, in their order. */
  public static List<String> columns() {
    return Arrays.stream(SheetField.values()).map(SheetField::column).toList();
  }

  /** What may be published: no free places, no secret address. */
  public HsdsTables hsds() {
    return HsdsTables.of(list(), zone);
  }

  /** All groups for a spreadsheet; brought back unchanged it changes nothing. */
  public byte[] csv() {
    return CsvFile.forSpreadsheets(
        columns(),
        list().stream()
            .map(entry -> Arrays.stream(SheetField.values()).map(entry.sheet()::value).toList())
            .toList());
  }
}
