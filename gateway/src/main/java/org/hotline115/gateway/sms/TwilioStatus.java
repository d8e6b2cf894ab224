package org.hotline115.gateway.sms;

import java.util.Optional;
import org.hotline115.callflow.message.MessageStatus;

/** Twilio's words for what became of a text, in ours. */
final class TwilioStatus {

  private TwilioStatus() {}

  /** Nothing for a word that we do not know: Twilio adds some now and then. */
  static Optional<MessageStatus> of(String word) {
    return switch (word) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> Optional.of(MessageStatus.SENT);
      case "delivered", "read" -> Optional.of(MessageStatus.DELIVERED);
      case "undelivered" -> Optional.of(MessageStatus.UNDELIVERED);
      case "failed", "canceled" -> Optional.of(MessageStatus.FAILED);
      default -> Optional.empty();
    };
  }
}
