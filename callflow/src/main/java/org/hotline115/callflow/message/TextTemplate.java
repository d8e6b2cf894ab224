package org.hotline115.callflow.message;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One text with its closed variables: {@code avant {arriveBefore:5} au {address:61}}, the number is
 * the most signs that may stand there. A template that could grow beyond one message, or that is
 * not GSM-7, is refused when it is read.
 */
final class TextTemplate {

  private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+):([0-9]{1,3})}");

  private final String text;
  private final Map<String, Integer> lengthMax;

  private TextTemplate(String text, Map<String, Integer> lengthMax) {
    this.text = text;
    this.lengthMax = lengthMax;
  }

  static TextTemplate parse(String text) {
    Map<String, Integer> lengthMax = new LinkedHashMap<>();
    Matcher variables = VARIABLE.matcher(text);
    StringBuilder longest = new StringBuilder();
    while (variables.find()) {
      int max = Integer.parseInt(variables.group(2));
      if (lengthMax.put(variables.group(1), max) != null) {
        throw new IllegalArgumentException("{" + variables.group(1) + "} stands twice");
      }
      variables.appendReplacement(longest, "x".repeat(max));
    }
    variables.appendTail(longest);
    Segments segments = Segments.of(longest.toString());
    if (segments.encoding() != Segments.Encoding.GSM7) {
      throw new IllegalArgumentException("a sign is not in GSM-7");
    }
    if (segments.count() > 1) {
      throw new IllegalArgumentException(
          "may grow to " + segments.units() + " units, one message has 160");
    }
    return new TextTemplate(text, Map.copyOf(lengthMax));
  }

  Map<String, Integer> lengthMax() {
    return lengthMax;
  }

  /** Values are made plain and cut to their length; nothing in them is read as a variable. */
  String render(Map<String, String> values) {
    if (!values.keySet().equals(lengthMax.keySet())) {
      throw new IllegalArgumentException("the variables of this text are " + lengthMax.keySet());
    }
    return VARIABLE
        .matcher(text)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                fitting(
                    values.getOrDefault(found.group(1), ""),
                    lengthMax.getOrDefault(found.group(1), 0))));
  }

  private static String fitting(String value, int max) {
    String plain = Segments.plain(value).replaceAll("\\p{Cntrl}", " ");
    StringBuilder fitting = new StringBuilder();
    int units = 0;
    for (int i = 0; i < plain.length(); i++) {
      Segments sign = Segments.of(plain.substring(i, i + 1));
      boolean gsm = sign.encoding() == Segments.Encoding.GSM7;
      units += gsm ? sign.units() : 1;
      if (units > max) {
        break;
      }
      fitting.append(gsm ? plain.charAt(i) : '?');
    }
    return fitting.toString();
  }
}
