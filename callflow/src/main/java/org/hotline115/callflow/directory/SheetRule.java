package org.hotline115.callflow.directory;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may stand in one field of a sheet. A value has one canonical writing, in every format. */
sealed interface SheetRule {

  /** The canonical writing of a value that is not empty. Throws {@link Refused}. */
  String canonical(String value);

  /** Why a value is not taken. Caught where the sheet is read. */
  final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String code) {
      super(code, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Words on one line: breaks become spaces, marks that turn the writing around are taken out. */
  record Words(int lengthMax) implements SheetRule {

    private static final Pattern BREAKS = Pattern.compile("[\\r\\n\\t]+");
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    @Override
    public String canonical(String value) {
      String text = BREAKS.matcher(value).replaceAll(" ");
      text = Normalizer.normalize(TURNING.matcher(text).replaceAll(""), Normalizer.Form.NFC);
      text = text.strip();
      if (text.codePoints().anyMatch(Words::isUnwritable)) {
        throw new Refused("CONTROL_CHARACTER");
      }
      if (text.codePointCount(0, text.length()) > lengthMax) {
        throw new Refused("TOO_LONG");
      }
      return text;
    }

    private static boolean isUnwritable(int character) {
      return Character.isISOControl(character)
          || Character.getType(character) == Character.SURROGATE;
    }
  }

  /** A text of a given shape, capital letters or small ones as it says. */
  record Shape(Pattern pattern) implements SheetRule {

    @Override
    public String canonical(String value) {
      if (!pattern.matcher(value).matches()) {
        throw new Refused("INVALID_VALUE");
      }
      return value;
    }
  }

  /** One of the codes. */
  record Code(Class<? extends Enum<?>> codes) implements SheetRule {

    @Override
    public String canonical(String value) {
      String name = value.toUpperCase(Locale.ROOT);
      return Arrays.stream(codes.getEnumConstants())
          .map(Enum::name)
          .filter(name::equals)
          .findFirst()
          .orElseThrow(() -> new Refused("INVALID_VALUE"));
    }
  }

  /** Several codes with spaces between, each once. */
  record Codes(Class<? extends Enum<?>> codes) implements SheetRule {

    @Override
    public String canonical(String value) {
      TreeSet<String> names = new TreeSet<>();
      for (String one : value.split("[\\s|]+", -1)) {
        names.add(new Code(codes).canonical(one));
      }
      return String.join(" ", names);
    }
  }

  /** Yes or no. */
  record Flag() implements SheetRule {

    @Override
    public String canonical(String value) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "true", "oui", "yes", "vrai", "1" -> "true";
        case "false", "non", "no", "faux", "0" -> "false";
        default -> throw new Refused("NOT_A_FLAG");
      };
    }
  }

  record Count(int min, int max) implements SheetRule {

    @Override
    public String canonical(String value) {
      if (!value.matches("-?[0-9]{1,9}")) {
        throw new Refused("NOT_A_NUMBER");
      }
      int number = Integer.parseInt(value);
      if (number < min || number > max) {
        throw new Refused("OUT_OF_RANGE");
      }
      return Integer.toString(number);
    }
  }

  /** What another value reads and writes by itself. */
  record Parsed(UnaryOperator<String> canonicalOf) implements SheetRule {

    @Override
    public String canonical(String value) {
      try {
        return canonicalOf.apply(value.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException strange) {
        throw new Refused("INVALID_VALUE");
      }
    }
  }

  /** Degrees with at most six decimals. */
  record Degrees(int most) implements SheetRule {

    @Override
    public String canonical(String value) {
      String plain = value.replace(',', '.');
      if (!plain.matches("-?[0-9]{1,3}(\\.[0-9]{1,12})?")) {
        throw new Refused("NOT_A_NUMBER");
      }
      double degrees = Double.parseDouble(plain);
      if (Math.abs(degrees) > most) {
        throw new Refused("OUT_OF_RANGE");
      }
      return String.format(Locale.ROOT, "%.6f", degrees);
    }
  }

  /** A clock time: 20:30, 20h30, 8h. There is no 24:00: it is 00:00. */
  record Time() implements SheetRule {

    private static final Pattern SHAPE =
        Pattern.compile("([0-9]{1,2})\\s*[:hH]\\s*([0-9]{2})?(:00)?");

    @Override
    public String canonical(String value) {
      Matcher time = SHAPE.matcher(value);
      if (!time.matches()) {
        throw new Refused("NOT_A_TIME");
      }
      String minutes = time.group(2);
      try {
        return LocalTime.of(
                Integer.parseInt(time.group(1)), minutes == null ? 0 : Integer.parseInt(minutes))
            .toString();
      } catch (DateTimeException none) {
        throw new Refused("NOT_A_TIME");
      }
    }
  }

  /** A day: 2026-11-01 or 01/11/2026. */
  record Day() implements SheetRule {

    private static final Pattern FRENCH = Pattern.compile("([0-9]{2})/([0-9]{2})/([0-9]{4})");

    @Override
    public String canonical(String value) {
      Matcher french = FRENCH.matcher(value);
      String iso =
          french.matches()
              ? french.group(3) + "-" + french.group(2) + "-" + french.group(1)
              : value;
      try {
        LocalDate day = LocalDate.parse(iso);
        if (day.getYear() < 2000 || day.getYear() > 2100) {
          throw new Refused("OUT_OF_RANGE");
        }
        return day.toString();
      } catch (DateTimeException none) {
        throw new Refused("NOT_A_DATE");
      }
    }
  }
}
