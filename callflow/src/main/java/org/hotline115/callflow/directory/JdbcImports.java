package org.hotline115.callflow.directory;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.CapacityState;
import org.hotline115.callflow.directory.ImportReport.Format;
import org.hotline115.callflow.directory.ImportReport.Status;
import org.hotline115.callflow.directory.ImportReport.Sums;
import org.hotline115.callflow.directory.JdbcDirectory.Hand;
import org.hotline115.callflow.directory.LineReport.Outcome;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Imports in PostgreSQL: kept as they came, applied once, in one transaction. */
final class JdbcImports {

  private static final SqlFile SQL = SqlFile.beside(JdbcImports.class, "jdbc_imports.sql");
  private static final int SHOWN_MAX = 50;

  private final JdbcDirectory directory;

  JdbcImports(JdbcDirectory directory) {
    this.directory = directory;
  }

  /** A file as it was brought. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a whole: see isSameFile
  record Kept(
      UUID importId,
      String fileName,
      Format format,
      byte[] content,
      AgentId broughtBy,
      Instant broughtAt,
      Status status,
      Sums sums,
      @Nullable AgentId appliedBy,
      @Nullable Instant appliedAt) {

    boolean isSameFile(String otherName, byte[] other) {
      return fileName.equals(otherName) && Arrays.equals(content, other);
    }
  }

  /** What applying came to, and the figures it moved. */
  record Applied(Status status, Sums sums, List<LineReport> lines, List<CapacityState> figures) {}

  /** Keeps what was brought, once; answers what is kept under this id. */
  Kept keep(UUID importId, String fileName, Format format, byte[] content, Hand hand) {
    return directory
        .database()
        .inTransaction(handle -> {
          handle
              .createUpdate(SQL.statement("keep_import"))
              .bind("importId", importId)
              .bind("departement", directory.departement().code())
              .bind("fileName", fileName)
              .bind("content", content)
              .bind("format", format.name())
              .bind("by", hand.by().value())
              .bind("at", hand.at())
              .execute();
          return find(handle, importId).orElseThrow();
        });
  }

  Optional<Kept> find(UUID importId) {
    return directory.database().with(handle -> find(handle, importId));
  }

  private Optional<Kept> find(Handle handle, UUID importId) {
    return handle
        .createQuery(SQL.statement("find_import"))
        .bind("importId", importId)
        .bind("departement", directory.departement().code())
        .map((row, context) -> kept(row))
        .findOne();
  }

  /** The newest, without their content. */
  List<Kept> newest() {
    return directory
        .database()
        .with(handle ->
            handle
                .createQuery(SQL.statement("newest_imports"))
                .bind("departement", directory.departement().code())
                .bind("most", SHOWN_MAX)
                .map((row, context) -> kept(row))
                .list());
  }

  /** Ends the oldest import that nobody else is ending; false when none is that old. */
  boolean purgeOne(Duration kept, Instant at) {
    return directory
        .database()
        .inTransaction(handle -> {
          Optional<UUID> ended =
              handle
                  .createQuery(SQL.statement("purge_one"))
                  .bind("departement", directory.departement().code())
                  .bind("horizon", at.minus(kept))
                  .mapTo(UUID.class)
                  .findOne();
          ended.ifPresent(importId ->
              directory.trail(
                  handle,
                  new Hand(AgentId.HOUSE, at),
                  "PURGE_IMPORT",
                  "PLACE_IMPORT",
                  importId.toString()));
          return ended.isPresent();
        });
  }

  /** What the lines would do now. Writes nothing. */
  List<LineReport> look(ImportTable table, Instant at) {
    return directory
        .database()
        .with(handle -> steps(handle, table, at).stream().map(ImportPlan.Step::report).toList());
  }

  private List<ImportPlan.Step> steps(Handle handle, ImportTable table, Instant at) {
    List<String> groups = named(table, SheetField.PLACE_GROUP);
    List<String> sites = named(table, SheetField.SITE);
    ImportPlan plan = new ImportPlan(directory.find(handle, groups, sites, at));
    return table.lines().stream().map(plan::step).toList();
  }

  private static List<String> named(ImportTable table, SheetField field) {
    return table.lines().stream()
        .map(line -> line.word(field))
        .filter(field::takes)
        .distinct()
        .toList();
  }

  /**
   * Applies an import once: all lines or, when the person chose so, the good ones. A bad line and
   * no such choice: nothing is written and the import is kept as REFUSED.
   */
  Applied apply(UUID importId, ImportTable table, boolean onlyGoodLines, Hand hand) {
    return directory
        .database()
        .inTransaction(handle -> {
          handle
              .createQuery(SQL.statement("lock_import"))
              .bind("importId", importId)
              .mapTo(UUID.class)
              .one();
          Kept kept = find(handle, importId).orElseThrow();
          if (kept.status() == Status.APPLIED) {
            return new Applied(Status.APPLIED, kept.sums(), List.of(), List.of());
          }
          List<ImportPlan.Step> steps = locked(handle, steps(handle, table, hand.at()), hand);
          List<LineReport> lines = steps.stream().map(ImportPlan.Step::report).toList();
          Sums sums = Sums.of(lines);
          if (sums.refused() > 0 && !onlyGoodLines) {
            conclude(handle, importId, Status.REFUSED, sums, hand);
            return new Applied(Status.REFUSED, sums, lines, List.of());
          }
          List<CapacityState> figures = new ArrayList<>();
          steps.forEach(step -> write(handle, step, hand).ifPresent(figures::add));
          conclude(handle, importId, Status.APPLIED, sums, hand);
          directory.conclude(
              handle, hand, "DIRECTORY_IMPORTED", "PLACE_IMPORT", importId.toString());
          return new Applied(Status.APPLIED, sums, lines, figures);
        });
  }

  /** Holds every group that will be written, in one order, and looks again who is inside. */
  private List<ImportPlan.Step> locked(Handle handle, List<ImportPlan.Step> steps, Hand hand) {
    steps.stream()
        .filter(step -> step.report().writes())
        .map(step -> step.report().placeGroup())
        .sorted()
        .forEach(group -> directory.lock(handle, group, hand.at()));
    return steps.stream().map(step -> stillTrue(handle, step, hand)).toList();
  }

  private ImportPlan.Step stillTrue(Handle handle, ImportPlan.Step step, Hand hand) {
    LineReport report = step.report();
    Sheet sheet = step.sheet();
    if (!report.writes() || sheet == null) {
      return step;
    }
    Optional<Entry> entry = directory.find(handle, report.placeGroup(), hand.at());
    EditResult refusal = null;
    if (report.outcome() == Outcome.REMOVED) {
      int inside = entry.map(Entry::inside).orElse(0);
      refusal = inside > 0 ? new EditResult.SomebodyInside(inside) : null;
    } else if (entry.isPresent()) {
      refusal = JdbcEdits.refusalOf(entry.get(), sheet);
    }
    return refusal == null
        ? step
        : new ImportPlan.Step(
            new LineReport(
                report.line(),
                report.placeGroup(),
                Outcome.REFUSED,
                List.of(),
                List.of(ImportPlan.problem(refusal))),
            null);
  }

  private Optional<CapacityState> write(Handle handle, ImportPlan.Step step, Hand hand) {
    Sheet sheet = step.sheet();
    if (sheet == null || !step.report().writes()) {
      return Optional.empty();
    }
    if (step.report().outcome() == Outcome.REMOVED) {
      return Optional.of(directory.retire(handle, step.report().placeGroup(), hand));
    }
    JdbcDirectory.saveSite(handle, sheet, hand);
    return Optional.of(directory.saveGroup(handle, sheet, hand));
  }

  private static void conclude(Handle handle, UUID importId, Status status, Sums sums, Hand hand) {
    boolean applied = status == Status.APPLIED;
    handle
        .createUpdate(SQL.statement("conclude_import"))
        .bind("importId", importId)
        .bind("status", status.name())
        .bind("added", sums.added())
        .bind("changed", sums.changed())
        .bind("removed", sums.removed())
        .bind("same", sums.same())
        .bind("refused", sums.refused())
        .bind("appliedBy", applied ? hand.by().value() : null)
        .bind("appliedAt", applied ? hand.at() : null)
        .execute();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    String appliedBy = row.getString("applied_by");
    return new Kept(
        row.getObject("import_id", UUID.class),
        row.getString("file_name"),
        Format.valueOf(row.getString("format")),
        row.getBytes("content"),
        new AgentId(row.getString("brought_by")),
        known(row, "brought_at"),
        Status.valueOf(row.getString("status")),
        new Sums(
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("removed"),
            row.getInt("same"),
            row.getInt("refused")),
        appliedBy == null ? null : new AgentId(appliedBy),
        instant(row, "applied_at"));
  }
}
