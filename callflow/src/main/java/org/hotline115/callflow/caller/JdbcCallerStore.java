package org.hotline115.callflow.caller;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  @Override
  public Map<CallerKey, PhoneNumber> numbersOf(Set<CallerKey> keys) {
    Map<CallerKey, PhoneNumber> numbers = new HashMap<>();
    if (!keys.isEmpty()) {
      Map<CallerKey, SealedNumber> sealed = new HashMap<>();
      database.with(handle ->
          handle
              .createQuery(SQL.statement("find_numbers"))
              .bindArray("callerKeys", String.class, keys.stream().map(CallerKey::hex).toList())
              .map((row, _) ->
                  sealed.put(
                      new CallerKey(row.getString("caller_key")),
                      SealedNumber.of(row.getBytes("sealed_number"))))
              .list());
      sealed.forEach((key, number) -> numbers.put(key, callers.reveal(key, number)));
    }
    return numbers;
  }
}
