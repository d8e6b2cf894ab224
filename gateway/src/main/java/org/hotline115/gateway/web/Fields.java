package org.hotline115.gateway.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one request, read by name and type. Each refusal names its field; what nobody read
 * is unknown and refused by {@link #nothingElse}.
 */
public final class Fields {

  private static final Pattern UUID_SHAPE =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private final Map<String, @Nullable Object> values;
  private final Set<String> read = new HashSet<>();

  Fields(Map<String, @Nullable Object> values) {
    this.values = values;
  }

  /** One object of a list; {@code list} is what a refusal names when it is none. */
  @SuppressWarnings("unchecked") // an object of JSON has names
  static Fields ofItem(String list, @Nullable Object item) {
    if (!(item instanceof Map<?, ?> values)) {
      throw wrongType(list, "a list of objects");
    }
    return new Fields((Map<String, @Nullable Object>) values);
  }

  /** The raw values of all fields that were not read yet; they count as read from now on. */
  public Map<String, @Nullable Object> rest() {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(values);
    rest.keySet().removeAll(read);
    read.addAll(values.keySet());
    return rest;
  }

  public void nothingElse() {
    for (String name : values.keySet()) {
      if (!read.contains(name)) {
        throw Problem.field("UNKNOWN_FIELD", StrictJson.shown(name), "nobody knows this field")
            .refused();
      }
    }
  }

  public String text(String name, int lengthMax) {
    return optionalText(name, lengthMax).orElseThrow(() -> missing(name));
  }

  /** Absent and null are the same. */
  public Optional<String> optionalText(String name, int lengthMax) {
    Object value = take(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      throw wrongType(name, "text");
    }
    if (text.codePointCount(0, text.length()) > lengthMax) {
      throw Problem.field("TOO_LONG", name, "at most " + lengthMax + " characters")
          .with("max", lengthMax)
          .refused();
    }
    if (text.codePoints().anyMatch(Fields::isUnwritable)) {
      throw Problem.field("CONTROL_CHARACTER", name, "a character that cannot be written")
          .refused();
    }
    return Optional.of(text);
  }

  private static boolean isUnwritable(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  public int number(String name, int min, int max) {
    return optionalNumber(name, min, max).orElseThrow(() -> missing(name));
  }

  /** Absent and null are the same. */
  public OptionalInt optionalNumber(String name, int min, int max) {
    Object value = take(name);
    if (value == null) {
      return OptionalInt.empty();
    }
    if (!(value instanceof Number number)
        || (number instanceof BigDecimal decimal && decimal.stripTrailingZeros().scale() > 0)) {
      throw wrongType(name, "a whole number");
    }
    return OptionalInt.of(
        within(name, number instanceof Long small ? small : Long.MAX_VALUE, min, max));
  }

  private static int within(String name, long number, int min, int max) {
    if (number < min || number > max) {
      throw Problem.field("OUT_OF_RANGE", name, "from " + min + " to " + max)
          .with("min", min)
          .with("max", max)
          .refused();
    }
    return (int) number;
  }

  /** A number in the address line, where everything is text. */
  public OptionalInt optionalNumberText(String name, int min, int max) {
    Optional<String> text = optionalText(name, 10);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!text.get().matches("-?[0-9]{1,9}")) {
      throw wrongType(name, "a whole number");
    }
    return OptionalInt.of(within(name, Long.parseLong(text.get()), min, max));
  }

  /** A moment with its offset, such as {@code 2026-11-26T18:40:00+01:00}, between two others. */
  public Optional<Instant> optionalInstant(String name, Instant min, Instant max) {
    return optionalText(name, 40)
        .map(text -> {
          try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(min) || instant.isAfter(max)) {
              throw Problem.field("OUT_OF_RANGE", name, "too early or too late")
                  .with("min", min)
                  .with("max", max)
                  .refused();
            }
            return instant;
          } catch (DateTimeException strange) {
            throw Problem.field("INVALID_VALUE", name, "not a date and time").refused();
          }
        });
  }

  /** One text at least, at most so many. */
  public List<String> texts(String name, int most, int lengthMax) {
    Object value = take(name);
    if (value == null) {
      throw missing(name);
    }
    if (!(value instanceof List<?> items)
        || !items.stream()
            .allMatch(item -> item instanceof String text && text.length() <= lengthMax)) {
      throw wrongType(name, "a list of texts");
    }
    within(name, items.size(), 1, most);
    return items.stream().map(String.class::cast).toList();
  }

  public boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> missing(name));
  }

  /** Absent and null are the same: nobody has said. */
  public Optional<Boolean> optionalFlag(String name) {
    Object value = take(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof Boolean flag)) {
      throw wrongType(name, "true or false");
    }
    return Optional.of(flag);
  }

  /** True or false in the address line, where everything is text; absent is false. */
  public boolean flagText(String name) {
    return switch (optionalText(name, 10).orElse("false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrongType(name, "true or false");
    };
  }

  public Instant instant(String name, Instant min, Instant max) {
    return optionalInstant(name, min, max).orElseThrow(() -> missing(name));
  }

  public UUID uuid(String name) {
    return optionalUuid(name).orElseThrow(() -> missing(name));
  }

  public Optional<UUID> optionalUuid(String name) {
    return optionalText(name, 36).map(text -> uuid(name, text));
  }

  static UUID uuid(String name, String text) {
    if (!UUID_SHAPE.matcher(text).matches()) {
      throw Problem.field("INVALID_VALUE", name, "not a UUID").refused();
    }
    return UUID.fromString(text);
  }

  /** As it was read, for who knows what to make of it; absent and null are the same. */
  @Nullable Object optionalValue(String name) {
    return take(name);
  }

  /** The items as they were read; what each holds is for its reader to check. */
  public List<@Nullable Object> list(String name) {
    return switch (take(name)) {
      case null -> throw missing(name);
      case List<?> items -> new ArrayList<>(items);
      default -> throw wrongType(name, "a list");
    };
  }

  public <E extends Enum<E>> E code(String name, Class<E> codes) {
    return optionalCode(name, codes).orElseThrow(() -> missing(name));
  }

  public <E extends Enum<E>> Optional<E> optionalCode(String name, Class<E> codes) {
    return optionalText(name, 60)
        .map(text -> {
          for (E code : codes.getEnumConstants()) {
            if (code.name().equals(text)) {
              return code;
            }
          }
          throw Problem.field("INVALID_VALUE", name, "not one of the codes")
              .with("allowed", codes.getEnumConstants())
              .refused();
        });
  }

  /** A list of codes without doubles; absent and null are the empty one. */
  public <E extends Enum<E>> Set<E> codes(String name, Class<E> codes) {
    Object value = take(name);
    if (value == null) {
      return Set.of();
    }
    if (!(value instanceof List<?> names)) {
      throw wrongType(name, "a list of codes");
    }
    EnumSet<E> found = EnumSet.noneOf(codes);
    for (Object wanted : names) {
      E code =
          Arrays.stream(codes.getEnumConstants())
              .filter(each -> each.name().equals(wanted))
              .findFirst()
              .orElseThrow(() ->
                  Problem.field("INVALID_VALUE", name, "not one of the codes")
                      .with("allowed", codes.getEnumConstants())
                      .refused());
      found.add(code);
    }
    return found;
  }

  private @Nullable Object take(String name) {
    read.add(name);
    return values.get(name);
  }

  private static Problem.Refused missing(String name) {
    return Problem.field("MISSING_FIELD", name, "this field is needed").refused();
  }

  private static Problem.Refused wrongType(String name, String wanted) {
    return Problem.field("WRONG_TYPE", name, "this field is " + wanted).refused();
  }

  /** A UUID in an address; whatever else stands there is simply not found. */
  static UUID uuidInPath(String text) {
    if (!UUID_SHAPE.matcher(text).matches()) {
      throw Problem.of(404, "NOT_FOUND", "there is nothing here").refused();
    }
    return UUID.fromString(text);
  }
}
