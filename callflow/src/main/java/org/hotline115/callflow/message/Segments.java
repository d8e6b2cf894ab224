package org.hotline115.callflow.message;

import java.util.Map;

/**
 * How many text messages a text really is. 160 units of GSM-7 in one, 153 in each of several; signs
 * of the extension count two and are never cut; one sign outside GSM-7 turns all of it to UCS-2: 70
 * in one, 67 in each of several.
 */
public record Segments(Encoding encoding, int units, int count) {

  public enum Encoding {
    GSM7,
    UCS2
  }

  public static final int GSM7_UNITS_IN_ONE = 160;

  private static final int GSM7_UNITS_IN_PART = 153;
  private static final int UCS2_UNITS_IN_ONE = 70;
  private static final int UCS2_UNITS_IN_PART = 67;

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private static final Map<Character, String> PLAINER =
      Map.ofEntries(
          Map.entry('ç', "c"),
          Map.entry('ê', "e"),
          Map.entry('ë', "e"),
          Map.entry('â', "a"),
          Map.entry('î', "i"),
          Map.entry('ï', "i"),
          Map.entry('ô', "o"),
          Map.entry('û', "u"),
          Map.entry('œ', "oe"),
          Map.entry('Œ', "Oe"),
          Map.entry('À', "A"),
          Map.entry('È', "E"),
          Map.entry('Ê', "E"),
          Map.entry('Î', "I"),
          Map.entry('Ô', "O"),
          Map.entry('’', "'"),
          Map.entry('…', "..."),
          Map.entry('«', "\""),
          Map.entry('»', "\""),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('\u00A0', " "),
          Map.entry('\u202F', " "));

  public static Segments of(String text) {
    boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    return gsm ? gsm7(text) : ucs2(text);
  }

  private static Segments gsm7(String text) {
    int units = 0;
    int parts = 1;
    int inPart = 0;
    for (int i = 0; i < text.length(); i++) {
      int width = EXTENSION.indexOf(text.charAt(i)) >= 0 ? 2 : 1;
      units += width;
      if (inPart + width > GSM7_UNITS_IN_PART) { // an escape is never cut from its sign
        parts++;
        inPart = 0;
      }
      inPart += width;
    }
    return new Segments(Encoding.GSM7, units, units <= GSM7_UNITS_IN_ONE ? 1 : parts);
  }

  private static Segments ucs2(String text) {
    int parts = 1;
    int inPart = 0;
    for (int i = 0; i < text.length(); ) {
      int width = Character.charCount(text.codePointAt(i));
      if (inPart + width > UCS2_UNITS_IN_PART) { // nor a surrogate from its partner
        parts++;
        inPart = 0;
      }
      inPart += width;
      i += width;
    }
    int units = text.length();
    return new Segments(Encoding.UCS2, units, units <= UCS2_UNITS_IN_ONE ? 1 : parts);
  }

  /** The same in signs of GSM-7 where French has others; what is not known stays. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      plain.append(PLAINER.getOrDefault(text.charAt(i), String.valueOf(text.charAt(i))));
    }
    return plain.toString();
  }
}
