package org.hotline115.gateway.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hotline115.callflow.directory.FileRefused;
import org.hotline115.callflow.directory.FileRefused.Why;
import org.hotline115.callflow.directory.ImportTable;
import org.hotline115.callflow.directory.JsonTables;
import org.hotline115.callflow.directory.Sheet;
import org.hotline115.callflow.directory.SheetField;
import org.jspecify.annotations.Nullable;

/** Sheets as JSON: numbers, truths and lists as such, everything else as text. */
final class SheetJson implements JsonTables {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(4)
                  .maxStringLength(ImportTable.BYTES_MAX)
                  .maxNumberLength(40)
                  .maxNameLength(100)
                  .build())
          .build();

  /** The fields of a sheet under their names on the wire. */
  static Map<String, @Nullable Object> fields(Sheet sheet) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (SheetField field : SheetField.values()) {
      fields.put(field.wire(), value(field, sheet.value(field)));
    }
    return fields;
  }

  private static @Nullable Object value(SheetField field, String text) {
    return switch (field.kind()) {
      case TEXT -> text;
      case NUMBER -> text.isEmpty() ? null : Integer.valueOf(text);
      case FLAG -> Boolean.valueOf(text);
      case CODES -> text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    };
  }

  /** What a request says of the fields that it may change; refuses the wrong type by its name. */
  static Map<SheetField, String> changes(Fields fields, Predicate<SheetField> may) {
    Map<SheetField, String> changes = new EnumMap<>(SheetField.class);
    Map<String, @Nullable Object> rest = fields.rest();
    for (SheetField field : SheetField.values()) {
      if (may.test(field) && rest.containsKey(field.wire())) {
        changes.put(field, text(field, rest.remove(field.wire())));
      }
    }
    if (!rest.isEmpty()) {
      throw Problem.field(
              "UNKNOWN_FIELD",
              StrictJson.shown(rest.keySet().iterator().next()),
              "nobody knows this field here")
          .refused();
    }
    return changes;
  }

  private static String text(SheetField field, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    boolean fits =
        switch (field.kind()) {
          case TEXT -> value instanceof String;
          case NUMBER -> value instanceof Number;
          case FLAG -> value instanceof Boolean;
          case CODES ->
              value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
        };
    if (!fits) {
      throw Problem.field(
              "WRONG_TYPE",
              field.wire(),
              "this field is a " + field.kind().name().toLowerCase(Locale.ROOT))
          .refused();
    }
    return plain(value);
  }

  private static String plain(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
        : value.toString();
  }

  /** A list of objects; each value may be written as it is in JSON, or as text. */
  @Override
  public ImportTable read(byte[] bytes) {
    List<ImportTable.Line> lines = new ArrayList<>();
    try (JsonParser parser =
        FACTORY.createParser(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())) {
      expect(parser.nextToken() == JsonToken.START_ARRAY);
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        expect(parser.currentToken() == JsonToken.START_OBJECT);
        ImportTable.refuseTooMany(lines.size() + 1);
        lines.add(new ImportTable.Line(lines.size() + 1, object(parser), true));
      }
      expect(parser.nextToken() == null);
    } catch (IOException broken) {
      throw new FileRefused(Why.NOT_JSON, "");
    }
    return new ImportTable(lines, "UTF_8");
  }

  private static Map<String, String> object(JsonParser parser) throws IOException {
    List<String> columns = new ArrayList<>();
    Map<String, String> words = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String column = column(parser.currentName());
      parser.nextToken();
      columns.add(column);
      words.put(column, word(parser));
    }
    ImportTable.checkColumns(columns);
    return words;
  }

  /** {@code placeType} and {@code place_type} are one. */
  private static String column(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static String word(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_NULL -> "";
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          parser.getText();
      case START_ARRAY -> {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          expect(parser.currentToken() == JsonToken.VALUE_STRING);
          items.add(parser.getText());
        }
        yield String.join(" ", items);
      }
      case START_OBJECT, END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new FileRefused(Why.NOT_JSON, "");
    };
  }

  private static void expect(boolean fits) {
    if (!fits) {
      throw new FileRefused(Why.NOT_JSON, "");
    }
  }
}
