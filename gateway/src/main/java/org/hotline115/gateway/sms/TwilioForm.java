package org.hotline115.gateway.sms;

import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The form in a webhook's body, exactly as it was signed: no value is trimmed or mended. */
final class TwilioForm {

  static final String TYPE = "application/x-www-form-urlencoded";

  private static final int FIELDS_MAX = 100;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private TwilioForm() {}

  /** Nothing when it is no form, or one that can be read in two ways. */
  static Optional<Map<String, String>> read(String contentType, Buffer body) {
    String type = contentType.replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
    if (!type.equals(TYPE)) {
      return Optional.empty();
    }
    Map<String, String> form = new TreeMap<>();
    String[] fields = body.toString(StandardCharsets.UTF_8).split("&", -1);
    if (fields.length > FIELDS_MAX) {
      return Optional.empty();
    }
    for (String field : fields) {
      int equals = field.indexOf('=');
      if (equals <= 0) {
        return Optional.empty();
      }
      try {
        String name = decoded(field.substring(0, equals));
        if (form.put(name, decoded(field.substring(equals + 1))) != null) {
          return Optional.empty();
        }
      } catch (IllegalArgumentException notEncoded) {
        return Optional.empty();
      }
    }
    return Optional.of(form);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Ours are written in lower case. */
  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }
}
