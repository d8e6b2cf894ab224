package org.hotline115.callflow.shelter;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** Six digits that a shelter keys on the telephone. Prints nothing of them. */
public record SiteCode(String digits) {

  static final int LENGTH = 6;

  private static final Pattern SHAPE = Pattern.compile("[0-9]{" + LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public SiteCode {
    if (!SHAPE.matcher(digits).matches()) {
      throw new IllegalArgumentException("a site code is six digits");
    }
  }

  static SiteCode random() {
    return new SiteCode("%06d".formatted(RANDOM.nextInt(1_000_000)));
  }

  static Optional<SiteCode> parse(String keyed) {
    return SHAPE.matcher(keyed).matches() ? Optional.of(new SiteCode(keyed)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "••••••";
  }
}
