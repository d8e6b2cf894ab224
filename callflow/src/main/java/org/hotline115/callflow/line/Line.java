package org.hotline115.callflow.line;

import java.util.List;
import java.util.Set;

/**
 * One line: the numbers that lead to it, whom it is for, which départements it serves, and the
 * queue its callers wait in when nobody says otherwise.
 *
 * @param code its word in the dialplan, in call rows and in figures
 * @param name how a colleague calls it
 * @param departements none named: the deployment's own
 */
public record Line(
    String code,
    LineKind kind,
    String name,
    Set<String> departements,
    List<String> numbers,
    String queue) {

  public Line {
    departements = Set.copyOf(departements);
    numbers = List.copyOf(numbers);
  }
}
