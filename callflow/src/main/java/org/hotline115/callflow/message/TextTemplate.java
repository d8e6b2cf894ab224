package org.hotline115.callflow.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline115.callflow.message.TemplateCode.Kind;

/**
 * One text in one language. Its file says how each variable is written, an empty line, and the
 * words with {@code {variables}} in them. Whatever the values, it fits one segment.
 */
final class TextTemplate {

  private static final int ONE_SEGMENT = 160;
  private static final Pattern DECLARATION =
      Pattern.compile("([a-zA-Z]+): (time|day|label|phone|number|link) (.+)");
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

  private final Map<String, TextVariable> variables;
  private final String words;

  private TextTemplate(Map<String, TextVariable> variables, String words) {
    this.variables = variables;
    this.words = words;
  }

  /** Reads the file's lines; what is wrong with them goes to {@code problems}. */
  static TextTemplate read(
      TemplateCode code,
      Locale language,
      boolean isHeard,
      List<String> lines,
      List<String> problems) {
    Map<String, TextVariable> variables = new LinkedHashMap<>();
    int line = 0;
    while (line < lines.size() && !lines.get(line).isBlank()) {
      if (!lines.get(line).startsWith("#")) {
        declare(lines.get(line), language, variables, problems);
      }
      line++;
    }
    String words = String.join(" ", lines.subList(line, lines.size())).strip();
    TextTemplate template = new TextTemplate(variables, words);
    template.check(code, problems);
    TextRules.check(code, PLACE.matcher(words).replaceAll(" "), isHeard, problems);
    return template;
  }

  private static void declare(
      String line, Locale language, Map<String, TextVariable> variables, List<String> problems) {
    Matcher declaration = DECLARATION.matcher(line);
    if (!declaration.matches()) {
      problems.add("'" + line + "' is not such as 'address: label 61'");
      return;
    }
    try {
      variables.put(
          declaration.group(1), variable(declaration.group(2), declaration.group(3), language));
    } catch (IllegalArgumentException unfit) {
      problems.add(declaration.group(1) + ": " + unfit.getMessage());
    }
  }

  private static TextVariable variable(String kind, String form, Locale language) {
    if (kind.equals("time")) {
      return TextVariable.Time.of(form);
    }
    if (kind.equals("day")) {
      return TextVariable.Day.of(form, language);
    }
    if (!form.matches("[1-9][0-9]{0,2}")) {
      throw new IllegalArgumentException("its length must be a whole number");
    }
    int septetsMax = Integer.parseInt(form);
    return switch (kind) {
      case "label" -> new TextVariable.Label(septetsMax);
      case "phone" -> new TextVariable.Phone(septetsMax);
      case "number" -> new TextVariable.Count(septetsMax);
      case "link" -> new TextVariable.Link(septetsMax);
      default -> throw new IllegalArgumentException("is of no kind that we know");
    };
  }

  private void check(TemplateCode code, List<String> problems) {
    Map<String, Kind> declared = new LinkedHashMap<>();
    variables.forEach((name, variable) -> declared.put(name, variable.kind()));
    if (!declared.equals(code.variables())) {
      problems.add("declares " + declared + ", is given " + code.variables());
    }
    Set<String> used = new TreeSet<>();
    PLACE.matcher(words).results().forEach(place -> used.add(place.group(1)));
    if (!used.equals(new TreeSet<>(code.variables().keySet()))) {
      problems.add("uses " + used + ", is given " + new TreeSet<>(code.variables().keySet()));
    }
    String fixed = PLACE.matcher(words).replaceAll("");
    Gsm7.stranger(fixed).ifPresent(stranger -> problems.add("'" + stranger + "' is not in GSM-7"));
    if (septetsMax() > ONE_SEGMENT) {
      problems.add("can take " + septetsMax() + " characters, one segment has " + ONE_SEGMENT);
    }
    if (fixed.matches("(?s).*[{}].*")) {
      problems.add("has a brace without its other half");
    }
    if (fixed.isBlank()) {
      problems.add("has no words");
    }
  }

  /** The longest it can become. */
  int septetsMax() {
    int septets = Gsm7.septets(PLACE.matcher(words).replaceAll(""));
    for (Matcher place = PLACE.matcher(words); place.find(); ) {
      TextVariable variable = variables.get(place.group(1));
      septets += variable == null ? 0 : variable.septetsMax();
    }
    return septets;
  }

  /** Values are written once and never read again as a text: braces in them stay braces. */
  String write(Map<String, Object> values) {
    List<String> parts = new ArrayList<>();
    Matcher place = PLACE.matcher(words);
    int end = 0;
    while (place.find()) {
      parts.add(words.substring(end, place.start()));
      parts.add(written(place.group(1), values));
      end = place.end();
    }
    parts.add(words.substring(end));
    return String.join("", parts);
  }

  private String written(String name, Map<String, Object> values) {
    TextVariable variable = variables.get(name);
    Object value = values.get(name);
    if (variable == null || value == null) {
      throw new IllegalArgumentException("no value for " + name);
    }
    return variable.write(value);
  }
}
