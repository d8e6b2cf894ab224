package org.hotline115.callflow.caller;

import java.util.Base64;

/** A number encrypted under the cipher's key, in base64. */
public record SealedNumber(String base64) {

  static SealedNumber of(byte[] sealed) {
    return new SealedNumber(Base64.getEncoder().encodeToString(sealed));
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }

  @Override
  public String toString() {
    return "•••";
  }
}
