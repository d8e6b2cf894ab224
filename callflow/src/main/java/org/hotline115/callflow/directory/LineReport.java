package org.hotline115.callflow.directory;

import java.util.List;

/**
 * What one line of an import would do, or did.
 *
 * @param changes for CHANGED: what differs
 * @param problems for REFUSED: everything that is wrong, each with its column
 */
public record LineReport(
    int line,
    String placeGroup,
    Outcome outcome,
    List<Sheet.Change> changes,
    List<Problem> problems) {

  /** What becomes of the group of a line. */
  public enum Outcome {
    NEW,
    CHANGED,
    REMOVED,
    SAME,
    REFUSED
  }

  /** {@code column} is empty when it is about the whole line. */
  public record Problem(String column, String code) {}

  public LineReport {
    changes = List.copyOf(changes);
    problems = List.copyOf(problems);
  }

  boolean writes() {
    return switch (outcome) {
      case NEW, CHANGED, REMOVED -> true;
      case SAME, REFUSED -> false;
    };
  }
}
