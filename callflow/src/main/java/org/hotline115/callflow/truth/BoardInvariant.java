package org.hotline115.callflow.truth;

/**
 * What must hold of each place group in each night, whatever happened ({@code domain.md} 4.2). Each
 * is a statement of the same name in {@code jdbc_invariants.sql} that finds what breaks it. Whether
 * Redis shows what PostgreSQL has is the board's own comparison.
 */
public enum BoardInvariant {
  /** open = installed - closed, never below who is inside. */
  OPEN_IS_INSTALLED_LESS_CLOSED,
  /** The places of tonight's living placements are the promised ones. */
  PROMISED_IS_PLACED,
  /** The journal of the night adds up to who is inside or promised. */
  OCCUPIED_IS_JOURNALLED,
  /** occupied + held never exceeds open. */
  NEVER_MORE_THAN_OPEN,
  /** Each hold that became a promise has its placement. */
  CONVERTED_IS_PLACED,
  /** Each placement came from a hold, which says so. */
  PLACED_IS_CONVERTED,
  /** A hold gives its places back, or makes them a promise, once. */
  A_HOLD_ENDS_ONCE;

  /** Other rows say what the figure ought to be. Where they do not, only people can act. */
  boolean hasSources() {
    return switch (this) {
      case OPEN_IS_INSTALLED_LESS_CLOSED,
          PROMISED_IS_PLACED,
          OCCUPIED_IS_JOURNALLED,
          PLACED_IS_CONVERTED ->
          true;
      case NEVER_MORE_THAN_OPEN, CONVERTED_IS_PLACED, A_HOLD_ENDS_ONCE -> false;
    };
  }
}
