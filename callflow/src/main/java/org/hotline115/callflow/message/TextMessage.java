package org.hotline115.callflow.message;

import java.time.Instant;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** A text message on record. Number and body are absent when it was suppressed. */
public record TextMessage(
    MessageId messageId,
    TemplateCode templateCode,
    @Nullable PhoneNumber to,
    @Nullable String body,
    int segments,
    MessageStatus status,
    int attempts,
    AgentId causedBy,
    Instant createdAt,
    Instant notAfter,
    @Nullable Instant sentAt,
    @Nullable String errorCode) {

  /** Without number and body. */
  @Override
  public String toString() {
    return "text message " + messageId + " " + status;
  }
}
