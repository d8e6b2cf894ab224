package org.hotline115.callflow.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to which thing, in the context of which call. Holds names of things, never what they
 * contain.
 */
public record AuditEvent(
    Instant at,
    String actor,
    String action,
    String objectType,
    String objectId,
    @Nullable String callId) {

  public static AuditEvent of(
      Instant at, AgentId actor, String action, String objectType, Object objectId) {
    return new AuditEvent(at, actor.value(), action, objectType, objectId.toString(), null);
  }

  public AuditEvent inCall(@Nullable String linkedid) {
    return new AuditEvent(at, actor, action, objectType, objectId, linkedid);
  }
}
