package org.hotline115.callflow.place;

import java.util.regex.Pattern;

/** A département by its code: {@code 34}, {@code 2A}, {@code 974}. One board each. */
public record Departement(String code) {

  private static final Pattern SHAPE =
      Pattern.compile("0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-46]");

  public Departement {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException("a département is 01 to 95, 2A, 2B, 971 to 974 or 976");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
