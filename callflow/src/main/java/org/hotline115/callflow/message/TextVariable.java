package org.hotline115.callflow.message;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.hotline115.callflow.message.TemplateCode.Kind;

/** A gap in a text, how a value is written there, and how long it can become. */
sealed interface TextVariable {

  int septetsMax();

  Kind kind();

  /** Never longer than {@link #septetsMax}, never a character that is not in GSM-7. */
  String write(Object value);

  /** {@code time HH'h'mm}: its form stands in the file, for each language writes it otherwise. */
  record Time(DateTimeFormatter form, int septetsMax) implements TextVariable {

    private static final int MINUTES_A_DAY = 24 * 60;

    static Time of(String form) {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, Locale.ROOT);
      int longest = 0;
      for (int minute = 0; minute < MINUTES_A_DAY; minute++) {
        longest = Math.max(longest, septets(formatter, LocalTime.MIN.plusMinutes(minute)));
      }
      return new Time(formatter, longest);
    }

    private static int septets(DateTimeFormatter formatter, LocalTime time) {
      try {
        String written = formatter.format(time);
        Gsm7.stranger(written)
            .ifPresent(stranger -> {
              throw new IllegalArgumentException("'" + stranger + "' is not in GSM-7");
            });
        return Gsm7.septets(written);
      } catch (DateTimeException notAnHour) {
        throw new IllegalArgumentException("is not the form of an hour", notAnHour);
      }
    }

    @Override
    public Kind kind() {
      return Kind.TIME;
    }

    @Override
    public String write(Object value) {
      return form.format((LocalTime) value);
    }
  }

  /** {@code day EEE dd/MM}: in the words of the language whose folder the file is in. */
  record Day(DateTimeFormatter form, int septetsMax) implements TextVariable {

    /** A leap year: every weekday in every month, with one digit and with two. */
    private static final LocalDate FIRST = LocalDate.of(2028, 1, 1);

    private static final int DAYS = 366;

    static Day of(String form, Locale language) {
      DateTimeFormatter formatter = DateTimeFormatter.ofPattern(form, language);
      int longest = 0;
      for (int day = 0; day < DAYS; day++) {
        longest = Math.max(longest, septets(formatter, FIRST.plusDays(day)));
      }
      return new Day(formatter, longest);
    }

    private static int septets(DateTimeFormatter formatter, LocalDate day) {
      try {
        String written = formatter.format(day);
        Gsm7.stranger(written)
            .ifPresent(stranger -> {
              throw new IllegalArgumentException("'" + stranger + "' is not in GSM-7");
            });
        return Gsm7.septets(written);
      } catch (DateTimeException notADay) {
        throw new IllegalArgumentException("is not the form of a day", notADay);
      }
    }

    @Override
    public Kind kind() {
      return Kind.DAY;
    }

    @Override
    public String write(Object value) {
      return form.format((LocalDate) value);
    }
  }

  /** {@code label 61}: the name of a place; its end is given up when it is too long. */
  record Label(int septetsMax) implements TextVariable {

    @Override
    public Kind kind() {
      return Kind.LABEL;
    }

    @Override
    public String write(Object value) {
      String written = Gsm7.transliterated((String) value);
      if (Gsm7.septets(written) <= septetsMax) {
        return written;
      }
      int end = 0;
      int septets = 0;
      while (septets + Gsm7.septets(written.codePointAt(end)) <= septetsMax) {
        septets += Gsm7.septets(written.codePointAt(end));
        end++;
      }
      int border = Math.max(written.lastIndexOf(',', end), written.lastIndexOf(' ', end));
      return written.substring(0, border > 0 ? border : end).replaceAll("[ ,]+$", "");
    }
  }

  /** {@code number 4}: written whole or not at all. */
  record Count(int septetsMax) implements TextVariable {

    @Override
    public Kind kind() {
      return Kind.NUMBER;
    }

    @Override
    public String write(Object value) {
      String written = Integer.toString((Integer) value);
      if (written.length() > septetsMax) {
        throw new IllegalArgumentException("a number in a text has at most " + septetsMax);
      }
      return written;
    }
  }

  /** {@code link 85}: written whole or not at all. */
  record Link(int septetsMax) implements TextVariable {

    @Override
    public Kind kind() {
      return Kind.LINK;
    }

    @Override
    public String write(Object value) {
      String written = (String) value;
      if (!written.matches("https?://[A-Za-z0-9.:/_-]+") || Gsm7.septets(written) > septetsMax) {
        throw new IllegalArgumentException(
            "a link in a text is an address, at most " + septetsMax + " characters");
      }
      return written;
    }
  }

  /** {@code phone 14}: written whole or not at all. */
  record Phone(int septetsMax) implements TextVariable {

    @Override
    public Kind kind() {
      return Kind.PHONE;
    }

    @Override
    public String write(Object value) {
      String written = (String) value;
      if (!written.matches("[0-9 +.-]+") || written.length() > septetsMax) {
        throw new IllegalArgumentException(
            "a phone number in a text is digits and spaces, at most " + septetsMax);
      }
      return written;
    }
  }
}
