package org.hotline115.gateway.web;

import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.appointment.Reach;
import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.message.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a person is reached. What is not said means: no text.
 *
 * @param numberOf reads a telephone number as somebody typed it
 */
record ReachFields(Function<String, Optional<Recipient>> numberOf) {

  private static final int NUMBER_MAX = 40;

  /** {@code known} is the number that is on record: it is only ever shown masked. */
  Reach read(Fields fields, @Nullable Recipient known) {
    Optional<String> written =
        fields.optionalText("number", NUMBER_MAX).map(String::strip).filter(n -> !n.isEmpty());
    boolean smsAgreed = fields.optionalFlag("smsAgreed").orElse(false);
    Discretion discretion =
        fields.optionalCode("discretion", Discretion.class).orElse(Discretion.NORMAL);
    String language = fields.optionalText("language", 2).orElse(Reach.NONE.language());
    if (!language.matches("[a-z]{2}")) {
      throw Problem.field("INVALID_VALUE", "language", "two letters, such as fr").refused();
    }
    Recipient recipient = written.map(number -> number(numberOf, number)).orElse(known);
    if (smsAgreed && recipient == null) {
      throw Problem.field("MISSING_FIELD", "number", "who agrees to texts has a number").refused();
    }
    return new Reach(recipient, smsAgreed, discretion, language);
  }

  /** The field "number", as somebody typed it. */
  static Recipient number(Function<String, Optional<Recipient>> numberOf, String written) {
    return numberOf
        .apply(written)
        .orElseThrow(
            () -> Problem.field("INVALID_VALUE", "number", "not a telephone number").refused());
  }
}
