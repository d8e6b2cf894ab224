package org.hotline115.callflow.board;

import java.util.regex.Pattern;

/** A département by its code: {@code 34}, {@code 2A}, {@code 974}. One board each. */
public record Departement(String code) {

  private static final Pattern SHAPE = Pattern.compile("0[1-9]|[1-8][0-9]|9[0-5]|2[AB]|97[1-6]");

  public Departement {
    if (!SHAPE.matcher(code).matches()) {
      throw new IllegalArgumentException("a département is 01 to 95, 2A, 2B or 971 to 976");
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
