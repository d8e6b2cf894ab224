package org.hotline115.callflow.contact;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerKey;
import org.jspecify.annotations.Nullable;

/** One first reception: who takes it, since when, and the form. Open until {@code closedAt}. */
public record Contact(
    ContactId id,
    @Nullable CallId callId,
    @Nullable CallerKey callerKey,
    AgentId agent,
    int version,
    Instant openedAt,
    Instant savedAt,
    @Nullable Instant closedAt,
    ContactForm form) {

  public boolean isOpen() {
    return closedAt == null;
  }

  /** The agent who took the call, or who supervises. */
  public boolean mayBeChangedBy(Session session) {
    return switch (session.role()) {
      case LISTENER -> session.agent().equals(agent);
      case COORDINATOR, SUPERVISOR, ADMIN -> true;
      case PLACE_MANAGER -> false;
    };
  }

  Contact with(ContactForm changed, Instant at) {
    return new Contact(id, callId, callerKey, agent, version + 1, openedAt, at, closedAt, changed);
  }

  Contact takenOverBy(AgentId other, Instant at) {
    return new Contact(id, callId, callerKey, other, version + 1, openedAt, at, closedAt, form);
  }

  Contact closed(Instant at) {
    return new Contact(id, callId, callerKey, agent, version + 1, openedAt, at, at, form);
  }

  static List<String> names(Object codes) {
    return ((List<?>) codes).stream().map(Object::toString).toList();
  }
}
