package org.hotline115.callflow.directory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.directory.ImportReport.FileProblem;
import org.hotline115.callflow.directory.ImportReport.Format;
import org.hotline115.callflow.directory.ImportReport.Status;
import org.hotline115.callflow.directory.JdbcDirectory.Hand;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * Brings sites and groups from a file: first what each line would do, then, when a person says so,
 * all of it or the good lines, once. What was brought is kept, also what was refused. Fail-closed:
 * one bad line and nothing is written, unless the good ones were chosen.
 */
public final class ImportPlaces {

  static final Duration KEPT = Duration.ofDays(90);

  private final JdbcImports imports;
  private final JsonTables jsonTables;
  private final ShowDirectory showDirectory;
  private final InstantSource clock;

  ImportPlaces(
      JdbcImports imports,
      JsonTables jsonTables,
      ShowDirectory showDirectory,
      InstantSource clock) {
    this.imports = imports;
    this.jsonTables = jsonTables;
    this.showDirectory = showDirectory;
    this.clock = clock;
  }

  /** Keeps a file and tells what it would do. {@code importId} is the client's. */
  public ImportResult bring(UUID importId, String fileName, byte[] content, AgentId by) {
    Format format = isJson(content) ? Format.JSON : Format.CSV;
    if (content.length > ImportTable.BYTES_MAX) {
      return new ImportResult.Told(tooLarge(importId, fileName, format, by));
    }
    try {
      JdbcImports.Kept kept =
          imports.keep(importId, fileName, format, content, new Hand(by, clock.instant()));
      return kept.isSameFile(fileName, content) ? look(kept) : new ImportResult.OtherImport();
    } catch (RecordsAway away) {
      return new ImportResult.RecordsDown();
    }
  }

  /** What it would do now, or what it did. */
  public ImportResult look(UUID importId) {
    try {
      return imports.find(importId).map(this::look).orElseGet(ImportResult.NoSuchImport::new);
    } catch (RecordsAway away) {
      return new ImportResult.RecordsDown();
    }
  }

  private ImportResult look(JdbcImports.Kept kept) {
    if (kept.status() == Status.APPLIED) {
      return told(kept, "", null, kept.sums(), List.of());
    }
    try {
      ImportTable table = table(kept);
      List<LineReport> lines = imports.look(table, clock.instant());
      return told(kept, table.encoding(), null, ImportReport.Sums.of(lines), lines);
    } catch (FileRefused refused) {
      return told(kept, "", problem(refused), ImportReport.Sums.of(List.of()), List.of());
    }
  }

  public ImportResult apply(UUID importId, boolean onlyGoodLines, AgentId by) {
    try {
      Optional<JdbcImports.Kept> kept = imports.find(importId);
      if (kept.isEmpty()) {
        return new ImportResult.NoSuchImport();
      }
      return kept.get().status() == Status.APPLIED
          ? look(kept.get())
          : apply(kept.get(), onlyGoodLines, by);
    } catch (RecordsAway away) {
      return new ImportResult.RecordsDown();
    }
  }

  private ImportResult apply(JdbcImports.Kept kept, boolean onlyGoodLines, AgentId by) {
    try {
      ImportTable table = table(kept);
      JdbcImports.Applied applied =
          imports.apply(kept.importId(), table, onlyGoodLines, new Hand(by, clock.instant()));
      if (applied.status() == Status.APPLIED) {
        showDirectory.run(applied.figures());
      }
      JdbcImports.Kept now = imports.find(kept.importId()).orElse(kept);
      return told(now, table.encoding(), null, applied.sums(), applied.lines());
    } catch (FileRefused refused) {
      return told(kept, "", problem(refused), ImportReport.Sums.of(List.of()), List.of());
    }
  }

  /** The newest imports, without their lines. */
  public List<ImportReport> list() {
    return imports.newest().stream()
        .map(kept -> report(kept, "", null, kept.sums(), List.of()))
        .toList();
  }

  private ImportTable table(JdbcImports.Kept kept) {
    return switch (kept.format()) {
      case CSV -> CsvTable.read(kept.content());
      case JSON -> jsonTables.read(kept.content());
    };
  }

  /** A list in square brackets is no table of words. */
  private static boolean isJson(byte[] content) {
    for (byte one : content) {
      if (one > ' ') {
        return one == '[' || one == '{';
      }
    }
    return false;
  }

  private ImportReport tooLarge(UUID importId, String fileName, Format format, AgentId by) {
    return new ImportReport(
        importId,
        fileName,
        format,
        Status.REFUSED,
        by,
        clock.instant(),
        null,
        null,
        "",
        new FileProblem(FileRefused.Why.TOO_LARGE, Integer.toString(ImportTable.BYTES_MAX)),
        ImportReport.Sums.of(List.of()),
        List.of());
  }

  private static FileProblem problem(FileRefused refused) {
    return new FileProblem(refused.why(), refused.what());
  }

  private static ImportResult told(
      JdbcImports.Kept kept,
      String encoding,
      @Nullable FileProblem problem,
      ImportReport.Sums sums,
      List<LineReport> lines) {
    return new ImportResult.Told(report(kept, encoding, problem, sums, lines));
  }

  private static ImportReport report(
      JdbcImports.Kept kept,
      String encoding,
      @Nullable FileProblem problem,
      ImportReport.Sums sums,
      List<LineReport> lines) {
    return new ImportReport(
        kept.importId(),
        kept.fileName(),
        kept.format(),
        kept.status(),
        kept.broughtBy(),
        kept.broughtAt(),
        kept.appliedBy(),
        kept.appliedAt(),
        encoding,
        problem,
        sums,
        lines);
  }
}
