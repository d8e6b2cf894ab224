package org.hotline115.callflow.message;

import java.time.Instant;
import java.util.Map;

/**
 * A text that the service itself writes: a question to a shelter, the answer to a text. One {@code
 * cause} has one text, however often it is asked for.
 */
public record ServiceText(
    String cause,
    TemplateCode template,
    String language,
    Recipient to,
    Map<String, Object> values,
    Instant notAfter) {

  public ServiceText {
    values = Map.copyOf(values);
  }

  @Override
  public String toString() {
    return "service text";
  }
}
