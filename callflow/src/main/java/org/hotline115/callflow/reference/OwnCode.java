package org.hotline115.callflow.reference;

import java.util.regex.Pattern;

/**
 * The house's own entry of a list: small letters, so that it is never taken for a nation's code.
 */
public record OwnCode(String value) {

  public static final int LENGTH_MAX = 40;
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public OwnCode {
    if (!isOne(value)) {
      throw new IllegalArgumentException(
          "a small letter, then small letters, digits and single '-'");
    }
  }

  public static boolean isOne(String value) {
    return value.length() <= LENGTH_MAX && SHAPE.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
