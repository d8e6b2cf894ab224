package org.hotline115.callflow.place;

import java.util.regex.Pattern;

/** A group of like places of one site, by a short readable name such as {@code lilas-famille}. */
public record PlaceGroupId(String value) {

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public PlaceGroupId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a place group is a-z, 0-9 and '-', at most 64 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
