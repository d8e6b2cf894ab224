package org.hotline115.callflow.appointment;

import org.hotline115.callflow.caller.Discretion;
import org.hotline115.callflow.message.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * How the person of an appointment is reached. Fails closed: nobody is written to without a number
 * and a yes. Prints no number.
 *
 * @param language of the texts, such as {@code fr}
 */
public record Reach(
    @Nullable Recipient recipient, boolean smsAgreed, Discretion discretion, String language) {

  /** Nobody gave a number. */
  public static final Reach NONE = new Reach(null, false, Discretion.NORMAL, "fr");

  public Reach {
    if (smsAgreed && recipient == null) {
      throw new IllegalArgumentException("nobody is written to without a number");
    }
    if (!language.matches("[a-z]{2}")) {
      throw new IllegalArgumentException("a language is two letters");
    }
  }

  /** To whom a text may go; null when to nobody. */
  @Nullable Recipient textsTo() {
    return smsAgreed && discretion != Discretion.NONE ? recipient : null;
  }

  @Override
  public String toString() {
    return "reach";
  }
}
