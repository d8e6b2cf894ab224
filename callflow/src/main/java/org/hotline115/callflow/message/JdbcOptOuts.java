package org.hotline115.callflow.message;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.Handle;

/** Who wants no more texts of which kind, in PostgreSQL: only the key of the number is kept. */
final class JdbcOptOuts {

  private static final SqlFile SQL = SqlFile.beside(JdbcOptOuts.class, "jdbc_opt_outs.sql");

  private final Database database;

  JdbcOptOuts(Database database) {
    this.database = database;
  }

  /** The person wants no texts of this kind. */
  boolean isOptedOut(Recipient recipient, SmsPurpose purpose) {
    return database.with(handle -> isOptedOut(handle, recipient, purpose));
  }

  boolean isOptedOut(Handle handle, Recipient recipient, SmsPurpose purpose) {
    Set<String> refusals =
        new HashSet<>(
            handle
                .createQuery(SQL.statement("list_refusals"))
                .bind("recipientKey", recipient.key().hex())
                .mapTo(String.class)
                .list());
    return purpose.isRefusedBy(refusals);
  }

  /** The person said so to the provider, which stops every kind. */
  void note(MessageId id, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("note_opt_out"))
            .bind("messageId", id.value())
            .bind("at", at)
            .execute());
  }

  /** How many of these kinds were not refused before. */
  int refuse(Handle handle, Recipient recipient, Set<String> purposes, Instant at) {
    int refused = 0;
    for (String purpose : purposes) {
      refused +=
          handle
              .createUpdate(SQL.statement("refuse_texts"))
              .bind("recipientKey", recipient.key().hex())
              .bind("purpose", purpose)
              .bind("at", at)
              .execute();
    }
    return refused;
  }

  /** How many refusals are taken back. */
  int allowAgain(Handle handle, Recipient recipient) {
    return handle
        .createUpdate(SQL.statement("allow_texts"))
        .bind("recipientKey", recipient.key().hex())
        .execute();
  }

  /** In which we last wrote to this number. */
  String languageOf(Handle handle, Recipient recipient) {
    return handle
        .createQuery(SQL.statement("last_language"))
        .bind("recipientKey", recipient.key().hex())
        .mapTo(String.class)
        .findOne()
        .orElse(Templates.FIRST_LANGUAGE);
  }

  boolean wasToldSince(Handle handle, Recipient recipient, TemplateCode template, Instant horizon) {
    return handle
        .createQuery(SQL.statement("was_told_since"))
        .bind("recipientKey", recipient.key().hex())
        .bind("template", template)
        .bind("horizon", horizon)
        .mapTo(Boolean.class)
        .one();
  }
}
