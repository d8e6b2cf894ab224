package org.hotline115.callflow.message;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text that the service itself writes: a question to a shelter, the answer to a text, a reminder.
 * One {@code cause} has one text, however often it is asked for.
 *
 * @param occasion null when it is about no appointment and due at once
 */
public record ServiceText(
    String cause,
    TemplateCode template,
    String language,
    Recipient to,
    Map<String, Object> values,
    Instant notAfter,
    @Nullable Occasion occasion) {

  public ServiceText {
    values = Map.copyOf(values);
  }

  /** One that is due at once. */
  public ServiceText(
      String cause,
      TemplateCode template,
      String language,
      Recipient to,
      Map<String, Object> values,
      Instant notAfter) {
    this(cause, template, language, to, values, notAfter, null);
  }

  @Override
  public String toString() {
    return "service text";
  }
}
