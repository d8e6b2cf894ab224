package org.hotline115.callflow.contact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in one field of the form. Null always may: it empties the field. */
sealed interface FieldRule {

  /** The value as it is kept, from what came in. Throws {@link Refused}. */
  Object accept(Object raw);

  /** Why a value is not kept. Caught where the change is made. */
  final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    Refused(String code, String detail) {
      super(detail, null, false, false);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** One of the codes, kept as its name. */
  record Code(Class<? extends Enum<?>> codes) implements FieldRule {

    @Override
    public Object accept(Object raw) {
      if (!(raw instanceof String name)) {
        throw new Refused("WRONG_TYPE", "this field is a code");
      }
      for (Enum<?> code : codes.getEnumConstants()) {
        if (code.name().equals(name)) {
          return name;
        }
      }
      throw new Refused("INVALID_VALUE", "not one of " + codes.getSimpleName());
    }
  }

  /** Several of the codes, each once, in the order of the list. */
  record Codes(Class<? extends Enum<?>> codes) implements FieldRule {

    @Override
    public Object accept(Object raw) {
      if (!(raw instanceof Collection<?> names)) {
        throw new Refused("WRONG_TYPE", "this field is a list of codes");
      }
      List<Object> known = new ArrayList<>();
      for (@Nullable Object name : names) {
        if (name == null) {
          throw new Refused("WRONG_TYPE", "a code is a text");
        }
        known.add(new Code(codes).accept(name));
      }
      return List.copyOf(known.stream().distinct().sorted().toList());
    }
  }

  record Count(int min, int max) implements FieldRule {

    @Override
    public Object accept(Object raw) {
      if (raw instanceof Integer number) {
        return within(number);
      }
      if (raw instanceof Long number) {
        return within(number);
      }
      if (raw instanceof Number) {
        throw new Refused("OUT_OF_RANGE", "from " + min + " to " + max);
      }
      throw new Refused("WRONG_TYPE", "this field is a whole number");
    }

    private Object within(long number) {
      if (number < min || number > max) {
        throw new Refused("OUT_OF_RANGE", "from " + min + " to " + max);
      }
      return (int) number;
    }
  }

  record Flag() implements FieldRule {

    @Override
    public Object accept(Object raw) {
      if (!(raw instanceof Boolean)) {
        throw new Refused("WRONG_TYPE", "this field is true or false");
      }
      return raw;
    }
  }

  /** A short text of a fixed shape that says nothing of a person. */
  record Shape(Pattern pattern, String wanted) implements FieldRule {

    @Override
    public Object accept(Object raw) {
      if (!(raw instanceof String text)) {
        throw new Refused("WRONG_TYPE", "this field is text");
      }
      if (!pattern.matcher(text).matches()) {
        throw new Refused("INVALID_VALUE", wanted);
      }
      return text;
    }
  }

  /**
   * Words of a person. Signs that turn the writing direction round (U+202E and its like) are taken
   * out, because they hide what is written; other control characters are refused. New lines only in
   * a note.
   */
  record Words(int lengthMax, boolean severalLines) implements FieldRule {

    private static final Pattern DIRECTION =
        Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

    @Override
    public Object accept(Object raw) {
      if (!(raw instanceof String text)) {
        throw new Refused("WRONG_TYPE", "this field is text");
      }
      String clean = DIRECTION.matcher(text.replace("\r\n", "\n")).replaceAll("");
      if (clean.codePointCount(0, clean.length()) > lengthMax) {
        throw new Refused("TOO_LONG", "at most " + lengthMax + " characters");
      }
      if (clean.codePoints().anyMatch(this::isUnwritable)) {
        throw new Refused("CONTROL_CHARACTER", "a character that cannot be written");
      }
      return clean;
    }

    private boolean isUnwritable(int character) {
      if (severalLines && (character == '\n' || character == '\t')) {
        return false;
      }
      return Character.isISOControl(character)
          || Character.getType(character) == Character.SURROGATE
          || (character & 0xFFFE) == 0xFFFE;
    }
  }
}
