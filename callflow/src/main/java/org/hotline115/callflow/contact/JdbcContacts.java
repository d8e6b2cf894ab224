package org.hotline115.callflow.contact;

import static org.hotline115.callflow.store.Moments.instant;
import static org.hotline115.callflow.store.Moments.known;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.AuditEvent;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.SqlFile;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The contacts in PostgreSQL. Every write carries its audit row in the same transaction. */
final class JdbcContacts {

  private static final SqlFile SQL = SqlFile.beside(JdbcContacts.class, "contacts.sql");

  private final Database database;
  private final Cipher cipher;
  private final JdbcAuditTrail audit;

  JdbcContacts(Database database, Cipher cipher, JdbcAuditTrail audit) {
    this.database = database;
    this.cipher = cipher;
    this.audit = audit;
  }

  /** False when the call has its contact already. */
  boolean insert(Contact contact, AuditEvent event) {
    return write("insert_contact", contact, event);
  }

  /** False when somebody saved in between. */
  boolean update(Contact changed, AuditEvent event) {
    return write("update_contact", changed, event);
  }

  private boolean write(String statement, Contact contact, AuditEvent event) {
    return database.inTransaction(handle -> {
      Update update = handle.createUpdate(SQL.statement(statement));
      bind(update, contact);
      boolean written = update.execute() == 1;
      if (written) {
        audit.append(handle, event);
      }
      return written;
    });
  }

  private void bind(Update update, Contact contact) {
    CallId callId = contact.callId();
    CallerKey callerKey = contact.callerKey();
    update
        .bind("contactId", contact.id().value())
        .bind("callId", callId == null ? null : callId.linkedid())
        .bind("callerKey", callerKey == null ? null : callerKey.hex())
        .bind("agent", contact.agent().value())
        .bind("version", contact.version())
        .bind("openedAt", contact.openedAt())
        .bind("savedAt", contact.savedAt())
        .bind("closedAt", contact.closedAt());
    for (ContactField field : ContactField.values()) {
      @Nullable Object value = contact.form().value(field).orElse(null);
      switch (field.rule()) {
        case FieldRule.Codes codes -> update.bind(field.column(), array(value));
        case FieldRule.Words words -> update.bind(field.column(), sealed(contact, field, value));
        case FieldRule.Count count -> update.bindBySqlType(field.column(), value, Types.INTEGER);
        case FieldRule.Flag flag -> update.bindBySqlType(field.column(), value, Types.BOOLEAN);
        case FieldRule.Code code -> update.bindBySqlType(field.column(), value, Types.VARCHAR);
        case FieldRule.Shape shape -> update.bindBySqlType(field.column(), value, Types.VARCHAR);
      }
    }
  }

  /** As PostgreSQL writes an array; codes have no sign that would need a quote. */
  private static String array(@Nullable Object codes) {
    return codes == null ? "{}" : "{" + String.join(",", Contact.names(codes)) + "}";
  }

  private byte @Nullable [] sealed(Contact contact, ContactField field, @Nullable Object words) {
    return words == null ? null : cipher.encrypt((String) words, context(contact.id(), field));
  }

  private static String context(ContactId id, ContactField field) {
    return "contact." + field.column() + "." + id;
  }

  Optional<Contact> find(ContactId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("find_contact"))
            .bind("contactId", id.value())
            .map((row, context) -> contact(row))
            .findOne());
  }

  Optional<Contact> ofCall(CallId id) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("contact_of_call"))
            .bind("callId", id.linkedid())
            .map((row, context) -> contact(row))
            .findOne());
  }

  List<Contact> ofCaller(CallerKey key, int limit) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("contacts_of_caller"))
            .bind("callerKey", key.hex())
            .bind("limit", limit)
            .map((row, context) -> contact(row))
            .list());
  }

  Optional<String> languageOf(CallerKey key) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("language_of_caller"))
            .bind("callerKey", key.hex())
            .mapTo(String.class)
            .findOne());
  }

  List<Contact> openOf(AgentId agent) {
    return database.with(handle ->
        handle
            .createQuery(SQL.statement("open_contacts_of_agent"))
            .bind("agent", agent.value())
            .map((row, context) -> contact(row))
            .list());
  }

  private Contact contact(ResultSet row) throws SQLException {
    ContactId id = new ContactId(row.getObject("contact_id", UUID.class));
    String callId = row.getString("call_id");
    String callerKey = row.getString("caller_key");
    return new Contact(
        id,
        callId == null ? null : new CallId(callId),
        callerKey == null ? null : new CallerKey(callerKey),
        new AgentId(row.getString("agent")),
        row.getInt("version"),
        known(row, "opened_at"),
        known(row, "saved_at"),
        instant(row, "closed_at"),
        form(id, row));
  }

  private ContactForm form(ContactId id, ResultSet row) throws SQLException {
    Map<ContactField, Object> values = new EnumMap<>(ContactField.class);
    for (ContactField field : ContactField.values()) {
      Object value = row.getObject(field.column());
      if (value != null) {
        values.put(field, kept(id, field, value));
      }
    }
    return ContactForm.ofKept(values);
  }

  private Object kept(ContactId id, ContactField field, Object value) throws SQLException {
    return switch (field.rule()) {
      case FieldRule.Codes codes -> List.of((Object[]) ((Array) value).getArray());
      case FieldRule.Words words -> cipher.decrypt((byte[]) value, context(id, field));
      case FieldRule.Count count -> value;
      case FieldRule.Flag flag -> value;
      case FieldRule.Code code -> value;
      case FieldRule.Shape shape -> value;
    };
  }
}
