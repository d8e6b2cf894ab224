package org.hotline115.gateway.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline115.callflow.store.Secret;
import org.jspecify.annotations.Nullable;

/** Reads one setting. Each refusal is a sentence that says what would be right. */
final class ConfigValues {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)}");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final String FILE = "file:";

  /** Secrets that stand in somebody's example. */
  private static final Set<String> EXAMPLES =
      Set.of("changeme", "change-me", "secret", "password", "example", "hotline115", "postgres");

  private ConfigValues() {}

  static boolean isScalar(Class<?> type) {
    return type == Secret.class;
  }

  static Object read(Object given, Class<?> type, UnaryOperator<@Nullable String> environment) {
    if (type == int.class || type == Integer.class) {
      return wholeNumber(expanded(given, environment));
    }
    if (type == boolean.class || type == Boolean.class) {
      return trueOrFalse(expanded(given, environment));
    }
    if (!(given instanceof String raw)) {
      throw new IllegalArgumentException("must be text: put it in quotes");
    }
    String text = (String) expanded(raw, environment);
    if (type == String.class) {
      return text;
    } else if (type == Secret.class) {
      return secret(text);
    } else if (type == Duration.class) {
      return duration(text);
    } else if (type == Path.class) {
      return Path.of(text);
    } else if (type == URI.class) {
      return URI.create(text);
    } else if (type == ZoneId.class) {
      return zone(text);
    } else if (type.isEnum()) {
      return constant(text, type);
    }
    throw new IllegalStateException("no setting can be of " + type);
  }

  private static Object expanded(Object given, UnaryOperator<@Nullable String> environment) {
    if (!(given instanceof String text)) {
      return given;
    }
    Matcher variable = VARIABLE.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (variable.find()) {
      String value = environment.apply(variable.group(1));
      if (value == null) {
        throw new IllegalArgumentException(
            "needs the environment variable " + variable.group(1) + ", which is not set");
      }
      variable.appendReplacement(expanded, Matcher.quoteReplacement(value));
    }
    return variable.appendTail(expanded).toString();
  }

  private static int wholeNumber(Object given) {
    if (given instanceof Integer number) {
      return number;
    }
    if (given instanceof String text && text.matches("-?(0|[1-9][0-9]{0,8})")) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException("must be a whole number");
  }

  private static boolean trueOrFalse(Object given) {
    if (given instanceof Boolean bool) {
      return bool;
    }
    if (given instanceof String text && (text.equals("true") || text.equals("false"))) {
      return text.equals("true");
    }
    throw new IllegalArgumentException("must be true or false");
  }

  private static Duration duration(String text) {
    Matcher duration = DURATION.matcher(text);
    if (!duration.matches()) {
      throw new IllegalArgumentException("must be a time such as 250ms, 10s, 10m, 2h or 1d");
    }
    long amount = Long.parseLong(duration.group(1));
    return switch (duration.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static ZoneId zone(String text) {
    try {
      ZoneId zone = ZoneId.of(text);
      if (!text.contains("/") || text.startsWith("Etc/")) {
        throw new IllegalArgumentException("must be a place's zone such as Europe/Paris");
      }
      return zone;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is not a known time zone", e);
    }
  }

  private static Object constant(String text, Class<?> type) {
    Object[] constants = type.getEnumConstants();
    return Arrays.stream(constants)
        .filter(constant -> constant.toString().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("must be one of " + Arrays.toString(constants)));
  }

  /** The secret itself (from the environment), or {@code file:} and the path of a private file. */
  private static Secret secret(String text) {
    String value = text.startsWith(FILE) ? fromFile(Path.of(text.substring(5))) : text;
    if (value.length() < 12 || EXAMPLES.contains(value.toLowerCase(java.util.Locale.ROOT))) {
      throw new IllegalArgumentException("must be a secret of its own, 12 characters or more");
    }
    return new Secret(value);
  }

  private static String fromFile(Path file) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      if (permissions.contains(PosixFilePermission.OTHERS_READ) && !isContainerSecret(file)) {
        throw new IllegalArgumentException("names a file that everybody may read: chmod 600");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("names a file that cannot be read", e);
    }
  }

  /** Compose mounts secrets readable for all inside the container, where "all" is one user. */
  private static boolean isContainerSecret(Path file) {
    return file.startsWith("/run/secrets");
  }
}
