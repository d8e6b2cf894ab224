package org.hotline115.callflow.store;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * AES-256-GCM for what is kept of a person: numbers, notes, pseudonyms, message texts.
 *
 * <p>Each text is bound to a context (table, column and row), so that a value copied to another row
 * does not open. The first four bytes name the key: after a change of secret the earlier ones still
 * read, only the first writes.
 */
public final class Cipher {

  /** Shorter secrets are refused: they could be guessed. */
  public static final int SECRET_LENGTH_MIN = 32;

  private static final int KEY_BYTES = 32;
  private static final int KEY_NAME_BYTES = 4;

  private final Map<Integer, AesGcmJce> keys = new LinkedHashMap<>();
  private final int writingKey;

  /** The first secret writes and reads, the later ones only read. */
  public Cipher(List<String> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("no secret to encrypt with");
    }
    secrets.forEach(this::addKey);
    writingKey = keys.keySet().iterator().next();
  }

  private void addKey(String secret) {
    if (secret.length() < SECRET_LENGTH_MIN) {
      throw new IllegalArgumentException(
          "the encryption secret needs at least " + SECRET_LENGTH_MIN + " characters");
    }
    try {
      keys.put(
          ByteBuffer.wrap(derive(secret, "name", KEY_NAME_BYTES)).getInt(),
          new AesGcmJce(derive(secret, "key", KEY_BYTES)));
    } catch (GeneralSecurityException unavailable) {
      throw new IllegalStateException("this Java has no AES-GCM", unavailable);
    }
  }

  private static byte[] derive(String secret, String purpose, int bytes)
      throws GeneralSecurityException {
    return Hkdf.computeHkdf(
        "HmacSha256", utf8(secret), utf8("hotline115"), utf8("cipher " + purpose), bytes);
  }

  public byte[] encrypt(String clear, String context) {
    try {
      byte[] sealed = key(writingKey).encrypt(utf8(clear), utf8(context));
      return ByteBuffer.allocate(KEY_NAME_BYTES + sealed.length)
          .putInt(writingKey)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a text could not be encrypted", broken);
    }
  }

  /**
   * Opens what {@link #encrypt} sealed for the same context.
   *
   * @throws IllegalStateException when the secret is unknown, the bytes were changed, or they
   *     belong to another context
   */
  public String decrypt(byte[] sealed, String context) {
    if (sealed.length <= KEY_NAME_BYTES) {
      throw new IllegalStateException("an encrypted text is too short");
    }
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    AesGcmJce key = key(buffer.getInt());
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    try {
      return new String(key.decrypt(rest, utf8(context)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException changed) {
      throw new IllegalStateException("an encrypted text does not open in its context", changed);
    }
  }

  private AesGcmJce key(int name) {
    AesGcmJce key = keys.get(name);
    if (key == null) {
      throw new IllegalStateException("an encrypted text was written with a secret we do not have");
    }
    return key;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
