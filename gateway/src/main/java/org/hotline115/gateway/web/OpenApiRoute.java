package org.hotline115.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of this API, for whoever wants to build on it. */
public final class OpenApiRoute implements Routes {

  private static final String FILE = "openapi.json";

  private final JsonNode document;

  public OpenApiRoute() {
    try (InputStream file = OpenApiRoute.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      document = new ObjectMapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void mount(Api api) {
    api.get("/openapi.json", request -> Answer.ok(document));
  }
}
