package org.hotline115.callflow.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** 256 random bits that only the browser keeps. The CSRF token is derived from it, one way. */
public record SessionToken(String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public SessionToken {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a session token");
    }
  }

  static SessionToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What a cookie holds, when it has the right shape. */
  public static Optional<SessionToken> parse(String cookie) {
    return SHAPE.matcher(cookie).matches()
        ? Optional.of(new SessionToken(cookie))
        : Optional.empty();
  }

  public String hash() {
    return HexFormat.of().formatHex(sha256("session " + value));
  }

  public String csrf() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256("csrf " + value));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  @Override
  public String toString() {
    return "session token";
  }
}
