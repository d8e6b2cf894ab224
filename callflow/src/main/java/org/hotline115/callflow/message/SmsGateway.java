package org.hotline115.callflow.message;

import java.time.Instant;
import java.util.Optional;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Whoever carries the texts. One call is one try: nothing is repeated behind our back. */
public interface SmsGateway {

  /** One text on its way out. */
  record Outgoing(MessageId id, PhoneNumber to, String body, Instant notAfter) {

    @Override
    public String toString() {
      return "outgoing " + id;
    }
  }

  /** What the provider said to a text. */
  sealed interface SendResult {

    record Accepted(String providerId) implements SendResult {}

    /** It will never take this one. */
    record Refused(String errorCode) implements SendResult {}

    /** The person does not want texts: 21610. */
    record OptedOut() implements SendResult {}

    record SlowDown() implements SendResult {}

    /** The account itself is refused: a human must act. */
    record NotAuthorised() implements SendResult {}

    /** No answer, or one that says nothing: it may have been taken. */
    record Unknown() implements SendResult {}
  }

  SendResult send(Outgoing message);

  /** What the provider has of a text that it may have taken. */
  sealed interface FindResult {

    record Found(String providerId, Optional<MessageStatus> status, @Nullable String errorCode)
        implements FindResult {}

    record NotThere() implements FindResult {}

    record Unknown() implements FindResult {}
  }

  /** Looks for a text to this number with this body since then. */
  FindResult find(Outgoing message, Instant since);
}
