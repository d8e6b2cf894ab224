package org.hotline115.gateway.config;

import java.time.Duration;
import org.hotline115.callflow.callback.CallbackRules;
import org.hotline115.callflow.callback.Presentation;

/**
 * How promises are kept. {@code callerNumber} is what the person's telephone shows: in France never
 * a mobile number.
 */
public record CallbackSetting(
    @Default("0465710000") String callerNumber,
    @Default("NUMBER") Presentation presentation,
    @Default("3") int attemptsMax,
    @Default("5m") Duration retryAfter,
    @Default("40s") Duration ringsFor,
    @Default("2h") Duration dueWithin,
    @Default("12h") Duration expiresAfter) {

  public CallbackSetting {
    require(callerNumber.matches("0[0-9]{9}"), "callerNumber must be ten digits");
    require(
        !callerNumber.matches("0[67].*"),
        "callerNumber is a mobile number: France forbids a service to show one");
    require(attemptsMax >= 1 && attemptsMax <= 10, "attemptsMax must be from 1 to 10");
  }

  public CallbackRules rules() {
    return new CallbackRules(attemptsMax, retryAfter, dueWithin, expiresAfter, presentation);
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
