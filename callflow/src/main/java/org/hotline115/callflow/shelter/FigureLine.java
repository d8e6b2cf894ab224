package org.hotline115.callflow.shelter;

import org.jspecify.annotations.Nullable;

/**
 * One line of a list of figures, as it was read.
 *
 * @param line where it stands, from 1
 * @param malformed the field that cannot be read; null when both can
 */
public record FigureLine(int line, String placeGroup, int free, @Nullable String malformed) {

  public static FigureLine of(int line, String placeGroup, int free) {
    return new FigureLine(line, placeGroup, free, null);
  }

  public static FigureLine malformed(int line, String placeGroup, String field) {
    return new FigureLine(line, placeGroup, 0, field);
  }
}
