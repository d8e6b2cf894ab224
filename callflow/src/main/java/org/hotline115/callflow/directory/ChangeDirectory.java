package org.hotline115.callflow.directory;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.store.RecordsAway;

/**
 * Adds a group, changes one or its site, or retires one. A change names the version that was looked
 * at, so that nobody overwrites what he has not seen; nobody inside is sent away by it.
 * Fail-closed: without PostgreSQL nothing is changed.
 */
public final class ChangeDirectory {

  private final JdbcEdits edits;
  private final ShowDirectory showDirectory;
  private final InstantSource clock;

  ChangeDirectory(JdbcEdits edits, ShowDirectory showDirectory, InstantSource clock) {
    this.edits = edits;
    this.showDirectory = showDirectory;
    this.clock = clock;
  }

  /** Adding the same twice adds it once. */
  public EditResult add(Map<SheetField, String> sheet, AgentId by) {
    return run(() -> edits.add(sheet, hand(by)));
  }

  /** {@code changes}: the fields that differ, nothing else. */
  public EditResult changeGroup(
      String group, int version, Map<SheetField, String> changes, AgentId by) {
    return run(() -> edits.changeGroup(group, version, changes, hand(by)));
  }

  public EditResult changeSite(
      String site, int version, Map<SheetField, String> changes, AgentId by) {
    return run(() -> edits.changeSite(site, version, changes, hand(by)));
  }

  /** The group leaves the board; only when nobody is inside or promised there tonight. */
  public EditResult retire(String group, int version, AgentId by) {
    return run(() -> edits.retire(group, version, hand(by)));
  }

  private JdbcDirectory.Hand hand(AgentId by) {
    return new JdbcDirectory.Hand(by, clock.instant());
  }

  private EditResult run(Supplier<JdbcEdits.Edited> edit) {
    try {
      JdbcEdits.Edited edited = edit.get();
      if (edited.result() instanceof EditResult.Saved) {
        showDirectory.run(edited.figures());
      }
      return edited.result();
    } catch (RecordsAway away) {
      return new EditResult.RecordsDown();
    }
  }
}
