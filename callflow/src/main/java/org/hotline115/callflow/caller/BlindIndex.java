package org.hotline115.callflow.caller;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hotline115.callflow.store.Secret;

/**
 * Finds a number again without keeping it readable. A plain hash would be useless: there are only
 * some 10^9 numbers to try. The key is another one than the cipher's.
 */
public final class BlindIndex {

  /** Shorter secrets are refused: they could be guessed. */
  public static final int SECRET_LENGTH_MIN = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;
  private final int keyVersion;

  public BlindIndex(Secret secret, int keyVersion) {
    if (secret.reveal().length() < SECRET_LENGTH_MIN) {
      throw new IllegalArgumentException(
          "the secret of the blind index needs at least " + SECRET_LENGTH_MIN + " characters");
    }
    this.key = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.keyVersion = keyVersion;
  }

  public CallerKey keyOf(PhoneNumber number) {
    return new CallerKey(digest(number.e164()));
  }

  /**
   * The same for a word, such as a name. A kind begins with a letter, so it is never a number's.
   */
  String keyOf(String kind, String word) {
    return digest(kind + ":" + word);
  }

  private String digest(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", unavailable);
    }
  }

  int keyVersion() {
    return keyVersion;
  }
}
