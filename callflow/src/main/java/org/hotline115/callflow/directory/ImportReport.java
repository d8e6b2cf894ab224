package org.hotline115.callflow.directory;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.directory.LineReport.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do, or did. Every line is answered; an applied import keeps its sums.
 *
 * @param encoding how the bytes were read; empty when they could not be
 * @param problem what is wrong with the file as a whole; null: nothing
 */
public record ImportReport(
    UUID importId,
    String fileName,
    Format format,
    Status status,
    AgentId broughtBy,
    Instant broughtAt,
    @Nullable AgentId appliedBy,
    @Nullable Instant appliedAt,
    String encoding,
    @Nullable FileProblem problem,
    Sums sums,
    List<LineReport> lines) {

  /** How it is written. */
  public enum Format {
    CSV,
    JSON
  }

  /** BROUGHT: nothing was applied yet. REFUSED: somebody tried to, and a line was bad. */
  public enum Status {
    BROUGHT,
    REFUSED,
    APPLIED
  }

  public record FileProblem(FileRefused.Why code, String what) {}

  /** How many lines came to what. */
  public record Sums(int added, int changed, int removed, int same, int refused) {

    static Sums of(List<LineReport> lines) {
      return new Sums(
          count(lines, Outcome.NEW),
          count(lines, Outcome.CHANGED),
          count(lines, Outcome.REMOVED),
          count(lines, Outcome.SAME),
          count(lines, Outcome.REFUSED));
    }

    private static int count(List<LineReport> lines, Outcome outcome) {
      return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
    }
  }

  public ImportReport {
    lines = List.copyOf(lines);
  }
}
