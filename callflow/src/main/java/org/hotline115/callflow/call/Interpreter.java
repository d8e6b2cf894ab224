package org.hotline115.callflow.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The interpreter whom an agent added to a talk, by what was asked for last. */
public record Interpreter(@Nullable String language, @Nullable String service, ThirdParty third) {

  static final Interpreter NOT_RUNG = new Interpreter(null, null, ThirdParty.NOT_ASKED);

  Interpreter rung(String newLanguage, String newService, Instant at) {
    boolean isOld = third.isBeforeLastWish(at);
    return new Interpreter(
        isOld ? language : newLanguage, isOld ? service : newService, third.rung(at));
  }

  Interpreter now(ThirdParty told) {
    return new Interpreter(language, service, told);
  }
}
