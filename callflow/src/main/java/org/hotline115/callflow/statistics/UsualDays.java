package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What each line was like from midnight until this hour on the same day of the last weeks: the
 * middle one of those days. Looked up once a minute, for the past does not move.
 */
final class UsualDays {

  private static final int WEEKS = 4;

  /** One day is no habit. */
  private static final int DAYS_LEAST = 2;

  /** {@code days}: on how many of them somebody rang at all. */
  record Usual(int days, Map<String, LineNow.Today> lines) {}

  private record Known(LocalDateTime minute, Usual usual) {}

  private final JdbcCallFigures figures;
  private final ZoneId zone;
  private volatile @Nullable Known known;

  UsualDays(JdbcCallFigures figures, ZoneId zone) {
    this.figures = figures;
    this.zone = zone;
  }

  Usual until(Instant now) {
    LocalDateTime minute = LocalDateTime.ofInstant(now, zone).truncatedTo(ChronoUnit.MINUTES);
    Known last = known;
    if (last == null || !last.minute().equals(minute)) {
      last = new Known(minute, read(minute, now));
      known = last;
    }
    return last.usual();
  }

  private Usual read(LocalDateTime minute, Instant now) {
    List<Map<String, CallFigures>> days = new ArrayList<>();
    for (int week = 1; week <= WEEKS; week++) {
      LocalDate day = minute.toLocalDate().minusWeeks(week);
      // This minute is in it: at midnight there would be nothing else.
      Instant end =
          day.atTime(minute.toLocalTime()).atZone(zone).toInstant().plus(1, ChronoUnit.MINUTES);
      Map<String, CallFigures> lines =
          figures
              .sums(Period.of(Span.DAY, day, zone).until(end), null, Breakdown.LINE, List.of(), now)
              .buckets();
      if (!lines.isEmpty()) {
        days.add(lines);
      }
    }
    return days.size() < DAYS_LEAST
        ? new Usual(days.size(), Map.of())
        : new Usual(days.size(), middle(days));
  }

  private static Map<String, LineNow.Today> middle(List<Map<String, CallFigures>> days) {
    Set<String> lines = new HashSet<>();
    days.forEach(day -> lines.addAll(day.keySet()));
    Map<String, LineNow.Today> middle = new HashMap<>();
    for (String line : lines) {
      List<Outcomes> all =
          days.stream().map(day -> day.getOrDefault(line, CallFigures.NONE).outcomes()).toList();
      middle.put(
          line,
          new LineNow.Today(
              middle(all, Outcomes::received),
              middle(all, Outcomes::answered),
              middle(all, Outcomes::abandoned),
              middle(all, Outcomes::blocked)));
    }
    return middle;
  }

  private static long middle(List<Outcomes> days, ToLongFunction<Outcomes> count) {
    long[] sorted = days.stream().mapToLong(count).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : Math.ceilDiv(sorted[half - 1] + sorted[half], 2);
  }
}
