package org.hotline115.gateway.asterisk;

import java.util.ArrayList;
import java.util.List;

/** One line of quoted, comma-separated values, as cel_custom writes it. */
final class CsvLine {

  private CsvLine() {}

  /** Never fails: what is not quoted well is taken as it stands. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (character == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (doubled) {
          field.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (character == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else if (character != 0 && character != '\r') {
        field.append(character);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
