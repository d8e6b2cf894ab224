package org.hotline115.callflow.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hotline115.callflow.directory.LineReport.Outcome;
import org.hotline115.callflow.store.CsvFile;
import org.junit.jupiter.api.Test;

/** What was exported and is brought back unchanged changes nothing, whatever stands in it. */
class RoundTripTest {

  private static final String[] ODD = {
    "=HYPERLINK(\"http://x\";\"y\")",
    "@SUM(A1:A9)",
    "+33 4",
    "-1",
    "'=1",
    "''",
    "a;b,c\td",
    "\"q\"",
    "<script>alert(1)</script>",
    "É\u0301 œuvre",
    "😀 👨‍👩‍👧",
    "${name} {{7*7}} %s%n",
    "'; DROP TABLE site;--",
    "x"
  };

  @Test
  void anExportBroughtBackChangesNothing() {
    long seed = Long.getLong("hotline.seed", System.nanoTime());
    System.out.println("seed " + seed + " (repeat with -Dhotline.seed=" + seed + ")");
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<Entry> entries = entries(random);

      ImportTable table = CsvTable.read(csv(entries));

      ImportPlan plan = new ImportPlan(entries);
      for (ImportTable.Line line : table.lines()) {
        LineReport report = plan.step(line).report();
        assertThat(report.outcome()).as("%s", report).isEqualTo(Outcome.SAME);
      }
      assertThat(table.lines()).hasSameSizeAs(entries);
    }
  }

  private static byte[] csv(List<Entry> entries) {
    return CsvFile.forSpreadsheets(
        ReadDirectory.columns(),
        entries.stream()
            .map(entry -> Arrays.stream(SheetField.values()).map(entry.sheet()::value).toList())
            .toList());
  }

  private static List<Entry> entries(Random random) {
    List<Entry> entries = new ArrayList<>();
    int groups = 1 + random.nextInt(4);
    Map<SheetField, String> site = Map.of();
    for (int i = 0; i < groups; i++) {
      Map<SheetField, String> raw = raw(random, "group-" + i);
      if (random.nextBoolean()) {
        raw.putAll(site);
      }
      Sheet.Read read = Sheet.read(raw, Map.of());
      assertThat(read.faults()).isEmpty();
      Map<SheetField, String> ofSite = new EnumMap<>(SheetField.class);
      read.sheet()
          .values()
          .forEach((field, value) -> {
            if (field.isOfSite()) {
              ofSite.put(field, value);
            }
          });
      site = ofSite;
      entries.add(new Entry(read.sheet(), 1, 1, 0, false, false, 0));
    }
    return entries;
  }

  private static Map<SheetField, String> raw(Random random, String id) {
    Map<SheetField, String> raw = new EnumMap<>(SheetField.class);
    raw.put(SheetField.SITE, "site-" + id);
    raw.put(SheetField.PLACE_GROUP, id);
    for (SheetField words :
        List.of(
            SheetField.SITE_NAME,
            SheetField.ORGANISATION,
            SheetField.COMMUNE,
            SheetField.ADDRESS,
            SheetField.NAME)) {
      raw.put(words, ODD[random.nextInt(ODD.length)]);
    }
    raw.put(SheetField.ADDRESS_IS_SECRET, "oui");
    raw.put(SheetField.INSEE_CODE, random.nextBoolean() ? "2A004" : "97411");
    raw.put(SheetField.PHONE, random.nextBoolean() ? "+33 4 65 71 00 10" : "");
    raw.put(SheetField.PLACE_TYPE, random.nextBoolean() ? "violence" : "CHU");
    raw.put(SheetField.HOUSEHOLD_TYPES, random.nextBoolean() ? "" : "WOMAN_ALONE MAN_ALONE");
    raw.put(SheetField.INSTALLED, Integer.toString(random.nextInt(50)));
    raw.put(SheetField.ARRIVAL_UNTIL, random.nextBoolean() ? "8h" : "23:59");
    raw.put(SheetField.OPEN_FROM, random.nextBoolean() ? "01/11/2026" : "");
    raw.put(SheetField.OPEN_TO, random.nextBoolean() ? "2027-03-31" : "");
    return raw;
  }
}
