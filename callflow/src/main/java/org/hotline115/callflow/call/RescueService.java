package org.hotline115.callflow.call;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A rescue service by the number everybody knows it by: 15, 17, 18, 112, 114. */
public record RescueService(String number) {

  private static final Pattern SHORT_NUMBER = Pattern.compile("[0-9]{2,3}");

  public RescueService {
    if (!SHORT_NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("no short number of a rescue service");
    }
  }

  /** Nothing for a word that is none: that the rescue answered is told all the same. */
  public static Optional<RescueService> read(@Nullable String word) {
    return word != null && SHORT_NUMBER.matcher(word).matches()
        ? Optional.of(new RescueService(word))
        : Optional.empty();
  }
}
