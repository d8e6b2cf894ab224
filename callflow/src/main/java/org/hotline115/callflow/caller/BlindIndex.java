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
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(number.e164().getBytes(StandardCharsets.UTF_8));
      return new CallerKey(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", unavailable);
    }
  }

  int keyVersion() {
    return keyVersion;
  }
}
