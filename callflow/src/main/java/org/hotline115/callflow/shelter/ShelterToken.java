package org.hotline115.callflow.shelter;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** 128 random bits that open one site's figures; only their hash is kept. Prints nothing. */
public record ShelterToken(String value) {

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  public ShelterToken {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a shelter's token");
    }
  }

  static ShelterToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new ShelterToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What stands in an address or a header, when it has the right shape. */
  public static Optional<ShelterToken> parse(String shown) {
    return SHAPE.matcher(shown).matches() ? Optional.of(new ShelterToken(shown)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "shelter token";
  }
}
