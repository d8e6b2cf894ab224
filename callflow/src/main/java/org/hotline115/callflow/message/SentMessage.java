package org.hotline115.callflow.message;

import java.time.Instant;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** One line of the page of texts. {@code body} is null where the reader may not see it. */
public record SentMessage(
    MessageId messageId,
    TemplateCode templateCode,
    @Nullable PhoneNumber to,
    @Nullable String body,
    int segments,
    MessageStatus status,
    Instant createdAt,
    @Nullable Instant sentAt,
    @Nullable String errorCode,
    @Nullable Instant dueAt) {

  @Override
  public String toString() {
    return "message " + messageId;
  }
}
