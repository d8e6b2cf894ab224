package org.hotline115.callflow.caller;

import java.util.List;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Secret;

/** Callers with secrets that are none. */
public final class CallerTestKit {

  private CallerTestKit() {}

  public static Callers callers() {
    return callers(new Secret("a secret of the index, 32 characters"));
  }

  static Callers callers(Secret indexSecret) {
    return new Callers(
        new PhoneNumbers("FR"),
        new BlindIndex(indexSecret, 1),
        new Cipher(List.of("a secret of the cipher, 32 characters")));
  }
}
