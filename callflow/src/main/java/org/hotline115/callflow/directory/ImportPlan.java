package org.hotline115.callflow.directory;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.directory.LineReport.Outcome;
import org.hotline115.callflow.directory.LineReport.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lines of one import, one after the other, against what stands in the directory. Writes
 * nothing: the dry run and the real one are told by the same rules.
 */
final class ImportPlan {

  /** A line, and the sheet to write when it writes one. */
  record Step(LineReport report, @Nullable Sheet sheet) {}

  private final Map<String, Entry> groups = new HashMap<>();
  private final Map<String, Map<SheetField, String>> sites = new HashMap<>();
  private final Map<String, Sheet> sitesInFile = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  /** {@code known}: the groups that the lines name, and those of the sites that they name. */
  ImportPlan(List<Entry> known) {
    for (Entry entry : known) {
      groups.put(entry.sheet().value(SheetField.PLACE_GROUP), entry);
      sites.putIfAbsent(entry.sheet().value(SheetField.SITE), siteFields(entry.sheet()));
    }
  }

  Step step(ImportTable.Line line) {
    String id = line.word(SheetField.PLACE_GROUP);
    if (!line.isWhole()) {
      return refused(line, new Problem("", "WRONG_NUMBER_OF_VALUES"));
    }
    if (!SheetField.PLACE_GROUP.takes(id)) {
      return refused(
          line,
          new Problem(
              SheetField.PLACE_GROUP.column(), id.isEmpty() ? "MISSING_FIELD" : "INVALID_VALUE"));
    }
    if (!seen.add(id)) {
      return refused(line, new Problem(SheetField.PLACE_GROUP.column(), "DUPLICATE_GROUP"));
    }
    Optional<Entry> entry = Optional.ofNullable(groups.get(id));
    try {
      String removed = line.removed();
      if (!removed.isEmpty() && new SheetRule.Flag().canonical(removed).equals("true")) {
        return removal(line, entry);
      }
    } catch (SheetRule.Refused refused) {
      return refused(line, new Problem(ImportTable.REMOVED, refused.code()));
    }
    return write(line, entry);
  }

  private static Step removal(ImportTable.Line line, Optional<Entry> entry) {
    if (entry.isEmpty() || entry.get().retired()) {
      return step(line, Outcome.SAME, List.of(), null);
    }
    return entry.get().inside() > 0
        ? refused(line, new Problem(ImportTable.REMOVED, "SOMEBODY_INSIDE"))
        : step(line, Outcome.REMOVED, List.of(), entry.get().sheet());
  }

  private Step write(ImportTable.Line line, Optional<Entry> entry) {
    Sheet.Read read = Sheet.read(line.fields(), before(line, entry));
    if (!read.faults().isEmpty()) {
      return refused(
          line,
          read.faults().stream()
              .map(fault -> new Problem(fault.field().column(), fault.code()))
              .toArray(Problem[]::new));
    }
    Sheet sheet = read.sheet();
    Sheet first = sitesInFile.putIfAbsent(sheet.value(SheetField.SITE), sheet);
    Optional<SheetField> differs = first == null ? Optional.empty() : siteDiffers(first, sheet);
    if (differs.isPresent()) {
      return refused(line, new Problem(differs.get().column(), "SITE_DIFFERS"));
    }
    if (!sheet.isSecret() && hasSecretNeighbour(sheet)) {
      return refused(line, new Problem(SheetField.ADDRESS_IS_SECRET.column(), "MUST_BE_SECRET"));
    }
    if (entry.isEmpty()) {
      return step(line, Outcome.NEW, List.of(), sheet);
    }
    EditResult refusal = JdbcEdits.refusalOf(entry.get(), sheet);
    if (refusal != null) {
      return refused(line, problem(refusal));
    }
    List<Sheet.Change> changes = entry.get().sheet().changesTo(sheet);
    if (entry.get().retired()) {
      return step(line, Outcome.NEW, changes, sheet);
    }
    return step(line, changes.isEmpty() ? Outcome.SAME : Outcome.CHANGED, changes, sheet);
  }

  /**
   * A group for victims of violence, on this site and not in this line, keeps the address secret.
   */
  private boolean hasSecretNeighbour(Sheet sheet) {
    return groups.values().stream()
        .filter(entry -> !entry.retired())
        .map(Entry::sheet)
        .filter(other ->
            !other.value(SheetField.PLACE_GROUP).equals(sheet.value(SheetField.PLACE_GROUP)))
        .filter(other -> other.value(SheetField.SITE).equals(sheet.value(SheetField.SITE)))
        .anyMatch(other -> other.value(SheetField.PLACE_TYPE).equals("VIOLENCE"));
  }

  static Problem problem(EditResult refusal) {
    return new Problem(
        SheetField.INSTALLED.column(),
        refusal instanceof EditResult.MoreClosed ? "MORE_CLOSED" : "SOMEBODY_INSIDE");
  }

  /** What counts where the line says nothing: the group as it is, and the site that it names. */
  private Map<SheetField, String> before(ImportTable.Line line, Optional<Entry> entry) {
    Map<SheetField, String> before = new EnumMap<>(SheetField.class);
    entry.ifPresent(known -> before.putAll(known.sheet().values()));
    String site = line.word(SheetField.SITE);
    if (!site.isEmpty() && !site.equals(before.get(SheetField.SITE))) {
      before.keySet().removeIf(SheetField::isOfSite);
      before.putAll(sites.getOrDefault(site, Map.of()));
    }
    Sheet inFile = sitesInFile.get(site);
    if (inFile != null) {
      before.putAll(siteFields(inFile));
    }
    return before;
  }

  private static Map<SheetField, String> siteFields(Sheet sheet) {
    Map<SheetField, String> fields = new EnumMap<>(SheetField.class);
    sheet
        .values()
        .forEach((field, value) -> {
          if (field.isOfSite()) {
            fields.put(field, value);
          }
        });
    return fields;
  }

  private static Optional<SheetField> siteDiffers(Sheet first, Sheet now) {
    return first.changesTo(now).stream()
        .map(Sheet.Change::field)
        .filter(SheetField::isOfSite)
        .findFirst();
  }

  static Step refused(ImportTable.Line line, Problem... problems) {
    return new Step(
        new LineReport(line.number(), shown(line), Outcome.REFUSED, List.of(), List.of(problems)),
        null);
  }

  private static Step step(
      ImportTable.Line line, Outcome outcome, List<Sheet.Change> changes, @Nullable Sheet sheet) {
    return new Step(new LineReport(line.number(), shown(line), outcome, changes, List.of()), sheet);
  }

  private static String shown(ImportTable.Line line) {
    String id = line.word(SheetField.PLACE_GROUP);
    return SheetField.PLACE_GROUP.takes(id) ? id : "";
  }
}
