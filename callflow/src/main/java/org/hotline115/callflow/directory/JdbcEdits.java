package org.hotline115.callflow.directory;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.directory.JdbcDirectory.Hand;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One change of the directory by a person, in one transaction. */
final class JdbcEdits {

  private final JdbcDirectory directory;

  JdbcEdits(JdbcDirectory directory) {
    this.directory = directory;
  }

  /** What an edit came to, and tonight's figures of the group where it moved one. */
  record Edited(EditResult result, List<CapacityState> figures) {

    Edited {
      figures = List.copyOf(figures);
    }

    static Edited refused(EditResult result) {
      return new Edited(result, List.of());
    }
  }

  /** A group that is not there yet, on a site that may be new as well. */
  Edited add(Map<SheetField, String> raw, Hand hand) {
    return directory
        .database()
        .inTransaction(handle -> {
          String id = raw.getOrDefault(SheetField.PLACE_GROUP, "").strip();
          JdbcDirectory.lockName(handle, id);
          Optional<Entry> taken = find(handle, id, hand);
          Map<SheetField, String> before =
              siteOf(handle, raw.getOrDefault(SheetField.SITE, "").strip(), hand);
          Sheet.Read read = Sheet.read(raw, before);
          if (!read.faults().isEmpty()) {
            return Edited.refused(new EditResult.Faulty(read.faults()));
          }
          if (taken.isPresent()) {
            return Edited.refused(
                taken.get().sheet().equals(read.sheet()) && !taken.get().retired()
                    ? new EditResult.Saved(taken.get())
                    : new EditResult.Taken());
          }
          return saved(handle, read.sheet(), hand);
        });
  }

  /** The fields of a site that is there already: a new group need not repeat them. */
  private Map<SheetField, String> siteOf(Handle handle, String site, Hand hand) {
    Map<SheetField, String> known = new EnumMap<>(SheetField.class);
    if (SheetField.SITE.takes(site)) {
      directory.find(handle, List.of(), List.of(site), hand.at()).stream()
          .findFirst()
          .ifPresent(entry ->
              entry
                  .sheet()
                  .values()
                  .forEach((field, value) -> {
                    if (field.isOfSite()) {
                      known.put(field, value);
                    }
                  }));
    }
    return known;
  }

  Edited changeGroup(String group, int version, Map<SheetField, String> changes, Hand hand) {
    return changed(
        group,
        entry -> entry.version() == version,
        hand,
        (handle, entry) -> {
          Sheet.Read read = Sheet.read(changes, entry.sheet().values());
          if (!read.faults().isEmpty()) {
            return Edited.refused(new EditResult.Faulty(read.faults()));
          }
          EditResult refusal = refusalOf(entry, read.sheet());
          return refusal == null ? saved(handle, read.sheet(), hand) : Edited.refused(refusal);
        });
  }

  /** Why these people or closures do not let a group become this; null: they do. */
  static @Nullable EditResult refusalOf(Entry entry, Sheet after) {
    int installed = Integer.parseInt(after.value(SheetField.INSTALLED));
    int before = Integer.parseInt(entry.sheet().value(SheetField.INSTALLED));
    if (installed < entry.closed()) {
      return new EditResult.MoreClosed(entry.closed());
    }
    if (installed < before && installed - entry.closed() < entry.inside()) {
      return new EditResult.SomebodyInside(entry.inside());
    }
    return null;
  }

  Edited changeSite(String site, int version, Map<SheetField, String> changes, Hand hand) {
    return directory
        .database()
        .inTransaction(handle -> {
          JdbcDirectory.lockSite(handle, site);
          List<Entry> entries = directory.find(handle, List.of(), List.of(site), hand.at());
          if (entries.isEmpty()) {
            return Edited.refused(new EditResult.NoSuchEntry());
          }
          Entry first = entries.getFirst();
          if (first.siteVersion() != version) {
            return Edited.refused(new EditResult.Conflict(first));
          }
          for (Entry entry : entries) {
            Sheet.Read read = Sheet.read(changes, entry.sheet().values());
            if (!read.faults().isEmpty()) {
              return Edited.refused(new EditResult.Faulty(read.faults()));
            }
          }
          Sheet sheet = Sheet.read(changes, first.sheet().values()).sheet();
          if (JdbcDirectory.saveSite(handle, sheet, hand)) {
            directory.conclude(handle, hand, "SITE_SAVED", "SITE", site);
          }
          return new Edited(
              new EditResult.Saved(
                  find(handle, first.sheet().value(SheetField.PLACE_GROUP), hand).orElseThrow()),
              List.of());
        });
  }

  Edited retire(String group, int version, Hand hand) {
    return changed(
        group,
        entry -> entry.version() == version || entry.retired(),
        hand,
        (handle, entry) -> {
          if (entry.inside() > 0) {
            return Edited.refused(new EditResult.SomebodyInside(entry.inside()));
          }
          CapacityState figures = directory.retire(handle, group, hand);
          directory.conclude(handle, hand, "GROUP_RETIRED", "PLACE_GROUP", group);
          return new Edited(
              new EditResult.Saved(find(handle, group, hand).orElseThrow()), List.of(figures));
        });
  }

  private interface Looked {
    boolean at(Entry entry);
  }

  private Edited changed(
      String group, Looked looked, Hand hand, BiFunction<Handle, Entry, Edited> change) {
    return directory
        .database()
        .inTransaction(handle -> {
          if (!directory.lock(handle, group, hand.at())) {
            return Edited.refused(new EditResult.NoSuchEntry());
          }
          Optional<Entry> entry = find(handle, group, hand);
          if (entry.isEmpty()) {
            return Edited.refused(new EditResult.NoSuchEntry());
          }
          return looked.at(entry.get())
              ? change.apply(handle, entry.get())
              : Edited.refused(new EditResult.Conflict(entry.get()));
        });
  }

  private Edited saved(Handle handle, Sheet sheet, Hand hand) {
    String group = sheet.value(SheetField.PLACE_GROUP);
    JdbcDirectory.saveSite(handle, sheet, hand);
    CapacityState figures = directory.saveGroup(handle, sheet, hand);
    directory.conclude(handle, hand, "GROUP_SAVED", "PLACE_GROUP", group);
    return new Edited(
        new EditResult.Saved(find(handle, group, hand).orElseThrow()), List.of(figures));
  }

  private Optional<Entry> find(Handle handle, String group, Hand hand) {
    return SheetField.PLACE_GROUP.takes(group)
        ? directory.find(handle, group, hand.at())
        : Optional.empty();
  }
}
