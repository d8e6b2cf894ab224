package org.hotline115.callflow.message;

/**
 * What a text costs: its alphabet, its length in that alphabet's units, and the number of segments
 * that are sent and paid. A long text loses room in each segment to the header that joins them, and
 * neither an escape nor a surrogate pair is cut in two.
 */
public record Segments(Encoding encoding, int units, int count) {

  /** GSM7 counts septets, UCS2 counts 16-bit units. */
  public enum Encoding {
    GSM7(160, 153),
    UCS2(70, 67);

    private final int alone;
    private final int joined;

    Encoding(int alone, int joined) {
      this.alone = alone;
      this.joined = joined;
    }
  }

  public static Segments of(String text) {
    Encoding encoding = Gsm7.stranger(text).isEmpty() ? Encoding.GSM7 : Encoding.UCS2;
    int[] sizes =
        text.codePoints()
            .map(codePoint ->
                encoding == Encoding.GSM7
                    ? Gsm7.septets(codePoint)
                    : Character.charCount(codePoint))
            .toArray();
    int units = 0;
    int count = 1;
    int inLast = 0;
    for (int size : sizes) {
      units += size;
      if (inLast + size > encoding.joined) {
        count++;
        inLast = 0;
      }
      inLast += size;
    }
    return new Segments(encoding, units, units <= encoding.alone ? 1 : count);
  }
}
