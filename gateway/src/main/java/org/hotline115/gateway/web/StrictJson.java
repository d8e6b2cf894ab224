package org.hotline115.gateway.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object and refuses what a careful client never sends: broken UTF-8, the same name
 * twice, numbers beyond reason, deep nests, text after the end.
 */
final class StrictJson {

  private static final int DEPTH_MAX = 5;
  private static final int ITEMS_MAX = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNumberLength(40)
                  .maxNameLength(100)
                  .build())
          .build();

  private StrictJson() {}

  static Map<String, @Nullable Object> object(byte[] body) {
    return object(body, ITEMS_MAX);
  }

  /** With lists of up to {@code itemsMax}. */
  static Map<String, @Nullable Object> object(byte[] body, int itemsMax) {
    try (JsonParser parser = FACTORY.createParser(utf8(body))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("the body is not a JSON object");
      }
      Map<String, @Nullable Object> object = object(parser, "", itemsMax);
      if (parser.nextToken() != null) {
        throw malformed("there is more after the JSON object");
      }
      return object;
    } catch (CharacterCodingException notUtf8) {
      throw malformed("the body is not UTF-8");
    } catch (IOException notJson) {
      throw malformed("the body is not JSON");
    }
  }

  private static String utf8(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private static Problem.Refused malformed(String detail) {
    return Problem.of(400, "MALFORMED_JSON", detail).refused();
  }

  private static Map<String, @Nullable Object> object(JsonParser parser, String path, int itemsMax)
      throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String here = path.isEmpty() ? name : path + "." + name;
      if (object.containsKey(name)) {
        throw Problem.field("DUPLICATE_FIELD", shown(here), "a field stands twice").refused();
      }
      if (object.size() >= ITEMS_MAX) {
        throw malformed("too many fields");
      }
      parser.nextToken();
      object.put(name, value(parser, here, itemsMax));
    }
    return object;
  }

  private static @Nullable Object value(JsonParser parser, String path, int itemsMax)
      throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, path, itemsMax);
      case START_ARRAY -> array(parser, path, itemsMax);
      case VALUE_STRING -> parser.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case VALUE_NUMBER_INT -> integer(parser.getText());
      case VALUE_NUMBER_FLOAT -> new BigDecimal(parser.getText());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw malformed("the body is not JSON");
    };
  }

  /** A Long, or a BigDecimal when it is too large for one. */
  private static Object integer(String digits) {
    BigDecimal number = new BigDecimal(digits);
    return number.precision() <= 18 ? (Object) number.longValueExact() : number;
  }

  private static List<@Nullable Object> array(JsonParser parser, String path, int itemsMax)
      throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (items.size() >= itemsMax) {
        throw malformed("too many items");
      }
      items.add(value(parser, path, itemsMax));
    }
    return items;
  }

  /** A name that came from outside, short and harmless enough to be said back. */
  static String shown(String name) {
    String clean = name.replaceAll("[^A-Za-z0-9_.-]", "?");
    return clean.length() > 60 ? clean.substring(0, 60) : clean;
  }
}
