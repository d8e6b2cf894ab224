package org.hotline115.callflow.shelter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of asking a shelter at once. */
public sealed interface AskNowResult {

  /** A text is on its way; the same id again is this answer again. */
  record Asked(AskBy by, Instant at) implements AskNowResult {}

  /** It was asked a moment ago, by the service or by a colleague. */
  record JustAsked(AskBy by, Instant at) implements AskNowResult {}

  /** A question about another group waits for the answer of this number. */
  record OtherQuestionOpen() implements AskNowResult {}

  /**
   * No text reaches it: somebody calls.
   *
   * @param smsStoppedAt since when it wants no texts; null when it is asked by telephone anyway
   */
  record SomebodyCalls(@Nullable Instant smsStoppedAt) implements AskNowResult {}

  /** It wishes no questions by text at this hour: somebody calls, if it cannot wait. */
  record NotAtNight() implements AskNowResult {}

  /** This id asked another group. */
  record OtherAsking() implements AskNowResult {}

  /** None of this département with open places tonight. */
  record NoSuchGroup() implements AskNowResult {}
}
