package org.hotline115.callflow.caller;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** Callers in PostgreSQL. */
public final class JdbcCallerStore implements CallerStore {

  private static final SqlFile SQL = SqlFile.beside(JdbcCallerStore.class, "jdbc_callers.sql");

  private final Database database;
  private final Callers callers;

  public JdbcCallerStore(Database database, Callers callers) {
    this.database = database;
    this.callers = callers;
  }

  @Override
  public void remember(CallerKey key, SealedNumber number, Instant seenAt) {
    database.with(handle ->
        handle
            .createUpdate(SQL.statement("remember_caller"))
            .bind("callerKey", key.hex())
            .bind("keyVersion", callers.keyVersion())
            .bind("sealedNumber", number.bytes())
            .bind("seenAt", seenAt.atOffset(ZoneOffset.UTC))
            .execute());
  }

  @Override
  public Optional<PhoneNumber> numberOf(CallerKey key) {
    return database
        .with(handle ->
            handle
                .createQuery(SQL.statement("find_number"))
                .bind("callerKey", key.hex())
                .mapTo(byte[].class)
                .findOne())
        .map(sealed -> callers.reveal(key, SealedNumber.of(sealed)));
  }
}
