package org.hotline115.callflow.message;

/** What came of one try to send. There is never a second try inside it. */
public sealed interface SendResult {

  /** The provider has it and gave it this id. */
  record Accepted(String providerId) implements SendResult {}

  /** There is no provider: shown, not sent. */
  record Shown() implements SendResult {}

  /** For good: the number is no mobile, the country is closed, the words are refused. */
  record Refused(String errorCode) implements SendResult {}

  /** The person asked the provider for no more texts. */
  record OptedOut(String errorCode) implements SendResult {}

  /** For now: too many at once. It has not been accepted. */
  record TooMany(String errorCode) implements SendResult {}

  /** Nothing was ever handed over: no connection. */
  record NotReached() implements SendResult {}

  /** Our credentials are refused: no text can leave until a person mends it. */
  record NotAuthorised(String errorCode) implements SendResult {}

  /** A time-out, a broken connection, the provider's own error: it may have been accepted. */
  record Unknown(String errorCode) implements SendResult {}
}
