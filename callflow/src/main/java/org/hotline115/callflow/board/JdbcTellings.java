package org.hotline115.callflow.board;

import java.time.Instant;
import org.hotline115.callflow.place.NightOf;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** What shelters said, each once by its id, in the transaction that changes the figure. */
final class JdbcTellings {

  private static final SqlFile SQL = SqlFile.beside(JdbcTellings.class, "jdbc_tellings.sql");

  /** Whether an id was used before, and for the same. */
  enum Known {
    SAME,
    OTHER,
    NONE
  }

  private JdbcTellings() {}

  /** False when its id is taken, or when there is no such group. A second one waits for us. */
  static boolean note(Handle handle, Telling telling, NightOf night, Instant at) {
    return handle
            .createUpdate(SQL.statement("note_telling"))
            .bind("tellId", telling.id())
            .bind("placeGroupId", telling.group().value())
            .bind("nightOf", night.date())
            .bind("free", telling.free())
            .bind("byWhom", BoardLine.plain(telling.by()))
            .bind("source", telling.source().name())
            .bind("at", at)
            .execute()
        == 1;
  }

  /** It was refused after all: its id may be used again. */
  static void forget(Handle handle, Telling telling) {
    handle.createUpdate(SQL.statement("forget_telling")).bind("tellId", telling.id()).execute();
  }

  static Known known(Handle handle, Telling telling) {
    return handle
        .createQuery(SQL.statement("is_same_telling"))
        .bind("tellId", telling.id())
        .bind("placeGroupId", telling.group().value())
        .bind("free", telling.free())
        .mapTo(Boolean.class)
        .findOne()
        .map(same -> same ? Known.SAME : Known.OTHER)
        .orElse(Known.NONE);
  }
}
