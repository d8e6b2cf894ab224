package org.hotline115.callflow.message;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * The alphabet of GSM 03.38, in which 160 characters fit one text. One other character turns the
 * whole text to 70 characters a segment.
 */
final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each costs two: an escape goes before. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private static final Map<Integer, String> WRITTEN_AS =
      Map.ofEntries(
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '…', "..."),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) '°', "o"));

  private Gsm7() {}

  /** How much of the 160 a character takes: 1, 2, or 0 when it is not in the alphabet. */
  static int septets(int codePoint) {
    if (BASIC.indexOf(codePoint) >= 0) {
      return 1;
    }
    return EXTENSION.indexOf(codePoint) >= 0 ? 2 : 0;
  }

  static int septets(String text) {
    return text.codePoints().map(Gsm7::septets).sum();
  }

  /** The first character that is not in the alphabet. */
  static Optional<String> stranger(String text) {
    return text.codePoints()
        .filter(codePoint -> septets(codePoint) == 0)
        .mapToObj(Character::toString)
        .findFirst();
  }

  /** The nearest writing in the alphabet, on one line: accents go first, '?' is the last resort. */
  static String transliterated(String text) {
    StringBuilder written = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .forEach(codePoint -> written.append(transliterated(codePoint)));
    return written.toString().replaceAll(" {2,}", " ").strip();
  }

  private static String transliterated(int codePoint) {
    if (Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint)) {
      return " ";
    }
    if (septets(codePoint) > 0) {
      return Character.toString(codePoint);
    }
    String known = WRITTEN_AS.get(codePoint);
    if (known != null) {
      return known;
    }
    if (Character.getType(codePoint) == Character.FORMAT
        || Character.getType(codePoint) == Character.NON_SPACING_MARK) {
      return "";
    }
    String plain =
        Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "");
    return plain.isEmpty() || stranger(plain).isPresent() ? "?" : plain;
  }
}
