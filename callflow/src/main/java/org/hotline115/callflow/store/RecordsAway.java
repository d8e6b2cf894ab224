package org.hotline115.callflow.store;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL did not answer in time or not at all. Whether the statement took effect is
 * <em>unknown</em>: ask again with the same id, never guess.
 */
public final class RecordsAway extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RecordsAway(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
