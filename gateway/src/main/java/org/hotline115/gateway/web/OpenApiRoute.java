package org.hotline115.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The description of this API, for whoever wants to build on it: {@code openapi/api.json} and the
 * paths and schemas of each feature's own file beside it.
 */
public final class OpenApiRoute implements Routes {

  private final JsonNode document = document();

  static ObjectNode document() {
    ObjectNode whole = read("api");
    ObjectNode paths = whole.withObject("/paths");
    ObjectNode schemas = whole.withObject("/components/schemas");
    for (String feature : features()) {
      ObjectNode part = read(feature);
      add(paths, part.path("paths"));
      add(schemas, part.path("components").path("schemas"));
    }
    return whole;
  }

  private static void add(ObjectNode whole, JsonNode part) {
    part.properties()
        .forEach(entry -> {
          if (whole.has(entry.getKey())) {
            throw new IllegalStateException(entry.getKey() + " is described twice");
          }
          whole.set(entry.getKey(), entry.getValue());
        });
  }

  /** One name a line, so that features that come at the same time do not meet. */
  private static List<String> features() {
    return new String(bytes("openapi/features.txt"), StandardCharsets.UTF_8).lines().toList();
  }

  private static ObjectNode read(String feature) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(bytes("openapi/" + feature + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream file = OpenApiRoute.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void mount(Api api) {
    api.get("/openapi.json", request -> Answer.ok(document));
  }
}
