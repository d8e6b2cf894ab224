package org.hotline115.callflow.message;

import static org.hotline115.callflow.store.Moments.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;

/** The page of texts, from PostgreSQL. */
final class JdbcTextPage {

  private static final SqlFile SQL = SqlFile.beside(JdbcTextPage.class, "jdbc_text_page.sql");

  private final Database database;
  private final Cipher cipher;

  JdbcTextPage(Database database, Cipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  List<SentMessage> latest(int limit, Predicate<AgentId> mayReadWordsOf) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("latest_messages"))
            .bind("limit", limit)
            .map((row, context) -> sent(row, mayReadWordsOf))
            .list());
  }

  private SentMessage sent(ResultSet row, Predicate<AgentId> mayReadWordsOf) throws SQLException {
    MessageId id = JdbcOutbox.id(row);
    byte[] sealedNumber = row.getBytes("sealed_number");
    byte[] sealedBody = row.getBytes("sealed_body");
    boolean readable =
        sealedBody != null && mayReadWordsOf.test(new AgentId(row.getString("agent")));
    return new SentMessage(
        id,
        TemplateCode.valueOf(row.getString("template")),
        sealedNumber == null
            ? null
            : new PhoneNumber(cipher.decrypt(sealedNumber, JdbcOutbox.number(id))),
        readable ? cipher.decrypt(sealedBody, JdbcOutbox.body(id)) : null,
        row.getInt("segments"),
        MessageStatus.valueOf(row.getString("status")),
        Objects.requireNonNull(instant(row, "created_at")),
        instant(row, "sent_at"),
        row.getString("error_code"),
        instant(row, "due_at"));
  }
}
