package org.hotline115.callflow.shelter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hotline115.callflow.store.Secret;

/**
 * What is kept instead of a code, a link or a key. Long random ones are hashed plainly; six digits
 * could be tried out from a stolen table, so theirs needs our secret.
 */
final class Hashes {

  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec secret;

  Hashes(Secret secret) {
    this.secret = new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), HMAC);
  }

  String of(SiteCode code) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(secret);
      return hex(mac.doFinal(("site code " + code.digits()).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", missing);
    }
  }

  static String of(ShelterToken token) {
    try {
      return hex(
          MessageDigest.getInstance("SHA-256")
              .digest(("shelter " + token.value()).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
