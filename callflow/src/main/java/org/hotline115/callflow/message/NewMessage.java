package org.hotline115.callflow.message;

import java.time.Instant;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * A text to be written down. One {@code cause} has one text, however often it is asked for. The
 * body is empty when nothing may be sent.
 */
record NewMessage(
    MessageId id,
    String cause,
    TemplateCode template,
    String language,
    @Nullable UUID contactId,
    @Nullable UUID placementId,
    AgentId by,
    Recipient recipient,
    String body,
    MessageStatus status,
    Instant createdAt,
    Instant notAfter,
    @Nullable Occasion occasion) {

  Instant dueAt() {
    return occasion == null ? createdAt : occasion.dueAt();
  }

  int segments() {
    return body.isEmpty() ? 0 : Segments.of(body).count();
  }

  /** The same, not to be sent: others may read what this telephone shows. */
  NewMessage withheld() {
    return status == MessageStatus.QUEUED
        ? new NewMessage(
            id,
            cause,
            template,
            language,
            contactId,
            placementId,
            by,
            recipient,
            "",
            MessageStatus.SUPPRESSED_DISCRETION,
            createdAt,
            notAfter,
            occasion)
        : this;
  }

  @Override
  public String toString() {
    return "message " + id;
  }
}
