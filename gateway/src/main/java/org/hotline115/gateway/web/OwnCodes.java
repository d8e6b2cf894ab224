package org.hotline115.gateway.web;

import org.hotline115.callflow.reference.OwnCode;
import org.jspecify.annotations.Nullable;

/** The house's finer entry beside a nation's code, as forms send it. */
final class OwnCodes {

  private OwnCodes() {}

  /**
   * The field {@code ownCode}; null: none was meant. What is no code and what nobody offers are
   * refused alike: it is chosen from a list.
   */
  static @Nullable OwnCode in(Fields fields) {
    String text = fields.optionalText("ownCode", OwnCode.LENGTH_MAX).orElse(null);
    if (text == null) {
      return null;
    }
    if (!OwnCode.isOne(text)) {
      throw notOffered().refused();
    }
    return new OwnCode(text);
  }

  static Problem notOffered() {
    return Problem.field("NOT_OFFERED", "ownCode", "not offered below this reason, look again");
  }
}
