package org.hotline115.callflow.shelter;

import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param free what stands on the board now, when it was noted
 * @param open how many the group has, when it was too many
 * @param field what cannot be read, when it is malformed
 */
public record LineAnswer(
    int line,
    String placeGroup,
    Outcome outcome,
    @Nullable Integer free,
    @Nullable Integer open,
    @Nullable String field) {

  /** In words of the domain. */
  public enum Outcome {
    NOTED,
    TOO_MANY,
    /** Not one of this site's: another site's is not told apart from none. */
    NO_SUCH_GROUP,
    /** The same list names the group twice. */
    GROUP_TWICE,
    /** The id of this list was used before with another figure. */
    OTHER_TELLING,
    MALFORMED,
    /** Unknown: send the list again with the same id. */
    RECORDS_DOWN
  }

  static LineAnswer of(FigureLine line, Outcome outcome) {
    return new LineAnswer(line.line(), line.placeGroup(), outcome, null, null, line.malformed());
  }
}
