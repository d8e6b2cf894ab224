package org.hotline115.callflow.message;

import java.time.Duration;
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

  /** An answer that comes later than this answers nothing that anybody remembers. */
  public static final Duration ANSWER_IS_WORTH = Duration.ofMinutes(30);

  /**
   * The answer to a text that came in, which is the cause: however often it is read, it is answered
   * once.
   *
   * @param to who wrote it
   */
  public static ServiceText answer(
      InboundText text,
      Recipient to,
      TemplateCode template,
      String language,
      Map<String, Object> values,
      Instant now) {
    return new ServiceText(
        "ANSWER:" + text.providerId(), template, language, to, values, now.plus(ANSWER_IS_WORTH));
  }

  /** The same text, known to be about this. */
  public ServiceText about(Occasion of) {
    return new ServiceText(cause, template, language, to, values, notAfter, of);
  }

  @Override
  public String toString() {
    return "service text";
  }
}
