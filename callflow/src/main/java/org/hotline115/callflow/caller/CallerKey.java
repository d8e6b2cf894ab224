package org.hotline115.callflow.caller;

import java.util.regex.Pattern;

/** The blind index of a number: finds it again without knowing it. HMAC-SHA-256, in hex. */
public record CallerKey(String hex) {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public CallerKey {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("a caller key is 64 hex digits");
    }
  }

  /** Shortened: a key stands for a person, so even it is not written whole into a log. */
  @Override
  public String toString() {
    return hex.substring(0, 8) + "…";
  }
}
