package org.hotline115.gateway.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import org.hotline115.callflow.shelter.AskingHours;

/**
 * When shelters are asked for their figures, and how long a link opens. {@code askAt}: hours such
 * as "17:00" or "11:00 17:00".
 */
public record Shelters(
    @Default("17:00") String askAt,
    @Default("90m") Duration askEvery,
    @Default("23:00") String askUntil,
    @Default("2h") Duration askAhead,
    @Default("30m") Duration answerWithin,
    @Default("12h") Duration linkLives) {

  private static final Duration LINK_LEAST = Duration.ofMinutes(10);
  private static final Duration LINK_MOST = Duration.ofDays(2);

  public Shelters {
    require(linkLives.compareTo(LINK_LEAST) >= 0, "linkLives must be 10m at least");
    require(linkLives.compareTo(LINK_MOST) <= 0, "linkLives must be 48h at most");
    hours(askAt, askEvery, askUntil, askAhead, answerWithin);
  }

  public AskingHours hours() {
    return hours(askAt, askEvery, askUntil, askAhead, answerWithin);
  }

  private static AskingHours hours(
      String at, Duration every, String until, Duration ahead, Duration answerWithin) {
    return new AskingHours(
        Arrays.stream(at.strip().split("\\s+")).map(hour -> hour("askAt", hour)).toList(),
        every,
        hour("askUntil", until),
        ahead,
        answerWithin);
  }

  private static LocalTime hour(String name, String text) {
    try {
      require(text.matches("[0-9]{2}:[0-9]{2}"), name + " must be hours such as \"17:00\"");
      return LocalTime.parse(text);
    } catch (DateTimeException noHour) {
      throw new IllegalArgumentException(name + " must be hours such as \"17:00\"", noHour);
    }
  }

  private static void require(boolean fits, String otherwise) {
    if (!fits) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
