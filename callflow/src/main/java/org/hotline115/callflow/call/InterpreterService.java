package org.hotline115.callflow.call;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who interprets by telephone.
 *
 * @param code its word in figures and in the exchange's own records
 * @param number what is dialled, digits only
 * @param languages by ISO 639 codes
 * @param lines whose callers it may be rung for; none named: all
 */
public record InterpreterService(
    String code, String name, String number, Set<String> languages, Set<String> lines) {

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  public InterpreterService {
    languages = Set.copyOf(languages);
    lines = Set.copyOf(lines);
    if (!CODE.matcher(code).matches() || !number.matches("[0-9]{2,15}") || languages.isEmpty()) {
      throw new IllegalArgumentException("an interpreter has a code, a number and a language");
    }
  }

  boolean serves(String line, String language) {
    return languages.contains(language) && (lines.isEmpty() || lines.contains(line));
  }
}
