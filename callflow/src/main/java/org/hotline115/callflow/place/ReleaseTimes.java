package org.hotline115.callflow.place;

import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From which hour the places of a group are given to whom, as {@code WOMEN=10:00 MEN=14:00}. Empty:
 * to everybody at any hour.
 */
public record ReleaseTimes(Map<Audience, LocalTime> fromByAudience) {

  public static final ReleaseTimes NONE = new ReleaseTimes(Map.of());

  public ReleaseTimes {
    fromByAudience = Map.copyOf(fromByAudience);
  }

  private static final Pattern WORD = Pattern.compile("([A-Z]+)=((?:[01]\\d|2[0-3]):[0-5]\\d)");

  /** Throws {@link IllegalArgumentException} naming the word that means nothing. */
  public static ReleaseTimes of(String text) {
    Map<Audience, LocalTime> from = new EnumMap<>(Audience.class);
    for (String word : text.strip().split(" +", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      Matcher matcher = WORD.matcher(word);
      if (!matcher.matches()
          || from.put(Audience.valueOf(matcher.group(1)), LocalTime.parse(matcher.group(2)))
              != null) {
        throw new IllegalArgumentException("no release time: " + word);
      }
    }
    return new ReleaseTimes(from);
  }

  /**
   * From when on somebody of these audiences is given a place. The earliest of theirs counts; who
   * is not named comes when all who are named had their turn; empty when nothing is restricted.
   */
  public Optional<LocalTime> from(Set<Audience> audiences) {
    Optional<LocalTime> theirs =
        fromByAudience.entrySet().stream()
            .filter(entry -> audiences.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .min(LocalTime::compareTo);
    return theirs.isPresent() ? theirs : fromByAudience.values().stream().max(LocalTime::compareTo);
  }

  /** As {@link #of} reads it, always in the same order. */
  @Override
  public String toString() {
    return fromByAudience.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
