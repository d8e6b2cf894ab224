package org.hotline115.callflow.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.statistics.CallBook.Promise;
import org.jspecify.annotations.Nullable;

/**
 * The formulas of the domain page, 5.1, once more: slowly, call by call, over calls as Java knows
 * them. It shares nothing with the statement that it is compared with.
 */
final class NaiveFigures {

  private static final String TEST_LINE = "essai";

  private final CallBook book;
  private final ZoneId zone;
  private final Instant asOf;
  private final Map<String, @Nullable Double> values = new TreeMap<>();

  /** {@code line}: null for all. */
  NaiveFigures(CallBook book, ZoneId zone, Instant asOf) {
    this.book = book;
    this.zone = zone;
    this.asOf = asOf;
  }

  private static boolean isOn(@Nullable String line, @Nullable String wanted) {
    return !TEST_LINE.equals(line) && (wanted == null || wanted.equals(line));
  }

  /** The word of a call; "" when it has none yet. */
  private static String word(Call call) {
    if (call.times().answeredAt() != null) {
      return "A";
    }
    return switch (call.state(CallRules.DEFAULTS)) {
      case CallState.InMenu _ -> "";
      case CallState.HandedOff _ -> "IE";
      case CallState.Waiting _, CallState.Ringing _ -> "W";
      case CallState.Talking _, CallState.Leaving _ -> "A";
      case CallState.Ended ended ->
          switch (ended.outcome()) {
            case BLOCKED_FULL -> "BF";
            case BLOCKED_TECH -> "BT";
            case IVR_ONLY -> "I";
            case IVR_EMERGENCY_HANDOFF -> "IE";
            case ANSWERED -> "A";
            case ABANDONED_SHORT -> "S";
            case ABANDONED -> "B";
            case LEFT_FOR_CALLBACK -> "C";
            case TIMED_OUT -> "T";
            case EXIT_EMPTY -> "X";
            case NOT_REACHED, WITHDRAWN -> throw new AssertionError("a call of ours");
          };
    };
  }

  /** {@code mine}: which calls of the line are of the set; {@code due}: which promises. */
  Map<String, @Nullable Double> of(
      @Nullable String line, Predicate<Call> mine, Predicate<Promise> due) {
    values.clear();
    List<Call> onLine =
        book.calls().stream()
            .filter(call -> isOn(call.line(), line) && !word(call).isEmpty())
            .toList();
    List<Call> calls = onLine.stream().filter(mine).toList();
    Map<String, Long> count = new HashMap<>();
    calls.forEach(call -> count.merge(word(call), 1L, Long::sum));
    long received = calls.size();
    long answered = n(count, "A");
    long offered = 0;
    for (String word : List.of("A", "S", "B", "C", "T", "X", "W")) {
      offered += n(count, word);
    }
    long inEarnest = offered - n(count, "S");
    values.put("received", (double) received);
    values.put("blocked", (double) n(count, "BF") + n(count, "BT"));
    values.put("offered", (double) offered);
    values.put("answered", (double) answered);
    values.put("answerRateReceived", share(answered, received));
    values.put("answerRateOffered", share(answered, offered));
    values.put("abandonRate", share(n(count, "B"), inEarnest));
    values.put("forcedExitRate", share(n(count, "T") + n(count, "X"), offered));
    values.put("callbackShare", share(n(count, "C"), offered));
    promises(line, calls, due, answered, received - n(count, "I"));
    waits(calls, inEarnest);
    handling(calls, answered);
    callers(onLine, calls, line);
    return new TreeMap<>(values);
  }

  private void promises(
      @Nullable String line, List<Call> calls, Predicate<Promise> due, long answered, long owed) {
    long dueNow = 0;
    long reached = 0;
    long onTime = 0;
    for (Promise promise : book.promises()) {
      if (isOn(promise.line(), line)
          && due.test(promise)
          && promise.dueBy().isBefore(asOf)
          && promise.channel().equals("VOICE")
          && !promise.status().equals("CANCELLED_BY_CALLER")) {
        dueNow++;
        if (isReached(promise)) {
          reached++;
          onTime += promise.closedAt().isAfter(promise.dueBy()) ? 0 : 1;
        }
      }
    }
    values.put("callbackReachRate", share(reached, dueNow));
    values.put("callbackOnTime", share(onTime, dueNow));
    long served = answered;
    for (Call call : calls) {
      boolean isKept =
          book.promises().stream()
              .anyMatch(promise ->
                  promise.from().equals(call.id())
                      && promise.channel().equals("VOICE")
                      && isReached(promise));
      served += isKept && !Set.of("A", "I").contains(word(call)) ? 1 : 0;
    }
    values.put("servedRate", share(served, owed));
  }

  private static boolean isReached(Promise promise) {
    return Set.of("REACHED", "MERGED").contains(promise.status());
  }

  private void waits(List<Call> calls, long inEarnest) {
    List<Long> answered = new ArrayList<>();
    List<Long> abandoned = new ArrayList<>();
    List<Long> left = new ArrayList<>();
    List<Long> now = new ArrayList<>();
    for (Call call : calls) {
      String word = word(call);
      Long wait = call.waitSeconds();
      if (word.equals("W")) {
        now.add(Duration.between(call.times().enqueuedAt(), asOf).toSeconds());
      } else if (wait != null && List.of("A", "S", "B", "C", "T", "X").contains(word)) {
        left.add(wait);
        (word.equals("A") ? answered : word.equals("B") ? abandoned : new ArrayList<Long>())
            .add(wait);
      }
    }
    values.put(
        "serviceLevel", share(answered.stream().filter(wait -> wait <= 120).count(), inEarnest));
    values.put("asa", average(answered));
    values.put("medianWait", percentile(answered, 0.5));
    values.put("p90Wait", percentile(answered, 0.9));
    values.put("avgAbandonWait", average(abandoned));
    values.put("longestWaitPeriod", left.isEmpty() ? null : (double) Collections.max(left));
    values.put("longestWaitNow", now.isEmpty() ? null : (double) Collections.max(now));
  }

  private void handling(List<Call> calls, long answered) {
    List<Long> times = new ArrayList<>();
    long toRescue = 0;
    long withContact = 0;
    for (Call call : calls) {
      if (!word(call).equals("A")) {
        continue;
      }
      if (call.state(CallRules.DEFAULTS).ended()) {
        Long talk = call.talkSeconds();
        Long wrapUp = call.wrapUpSeconds();
        times.add((talk == null ? 0 : talk) + (wrapUp == null ? 0 : wrapUp));
      }
      Instant rung = call.rescue().rungAt();
      toRescue += rung != null && !rung.isBefore(call.times().answeredAt()) ? 1 : 0;
      withContact += book.closedContacts().contains(call.id()) ? 1 : 0;
    }
    values.put("aht", average(times));
    values.put("transferRate", share(toRescue, answered));
    values.put("contactPerCall", share(withContact, answered));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  private void callers(List<Call> onLine, List<Call> calls, @Nullable String line) {
    Map<List<Object>, Long> rang = new HashMap<>();
    long withKey = 0;
    for (Call call : calls) {
      if (call.callerKey() != null) {
        withKey++;
        rang.merge(List.of(day(call.times().receivedAt()), call.callerKey()), 1L, Long::sum);
      }
    }
    List<Long> attempts = new ArrayList<>();
    List<Long> seconds = new ArrayList<>();
    for (List<Object> callerDay : rang.keySet()) {
      join(
          onLine,
          line,
          (LocalDate) callerDay.get(0),
          (CallerKey) callerDay.get(1),
          attempts,
          seconds);
    }
    values.put("distinctCallers", (double) rang.size());
    values.put("withheldShare", share(calls.size() - withKey, calls.size()));
    values.put("repeatRate", withKey == 0 ? null : 1 - (double) rang.size() / withKey);
    values.put("callsPerCaller", share(withKey, rang.size()));
    values.put("callerAccessRate", share(attempts.size(), rang.size()));
    values.put("attemptsBeforeAnswer", percentile(attempts, 0.5));
    values.put("timeToReach", percentile(seconds, 0.5));
  }

  private void join(
      List<Call> onLine,
      @Nullable String line,
      LocalDate day,
      CallerKey caller,
      List<Long> attempts,
      List<Long> seconds) {
    List<Call> his =
        onLine.stream()
            .filter(call -> caller.equals(call.callerKey()))
            .filter(call -> day(call.times().receivedAt()).equals(day))
            .toList();
    Instant first =
        his.stream().map(call -> call.times().receivedAt()).min(Instant::compareTo).get();
    List<Instant> spoken = new ArrayList<>();
    his.stream()
        .filter(call -> word(call).equals("A"))
        .forEach(call -> spoken.add(call.times().answeredAt()));
    for (Promise promise : book.promises()) {
      if (promise.status().equals("REACHED")
          && promise.channel().equals("VOICE")
          && isOn(promise.line(), line)
          && caller.equals(callerOf(promise))
          && day(promise.closedAt()).equals(day)
          && !promise.closedAt().isBefore(first)) {
        spoken.add(promise.closedAt());
      }
    }
    if (!spoken.isEmpty()) {
      Instant joined = Collections.min(spoken);
      attempts.add(his.stream().filter(call -> !call.times().receivedAt().isAfter(joined)).count());
      seconds.add(Duration.between(first, joined).toSeconds());
    }
  }

  /** Who rang: who asks to be called at another number is still the same. */
  private CallerKey callerOf(Promise promise) {
    CallId from = promise.from();
    return book.calls().stream()
        .filter(call -> call.id().equals(from) && call.callerKey() != null)
        .map(Call::callerKey)
        .findFirst()
        .orElse(promise.caller());
  }

  private static long n(Map<String, Long> count, String word) {
    return count.getOrDefault(word, 0L);
  }

  private static @Nullable Double share(long counted, long among) {
    return among == 0 ? null : (double) counted / among;
  }

  private static @Nullable Double average(List<Long> numbers) {
    return numbers.isEmpty()
        ? null
        : (double) numbers.stream().mapToLong(Long::longValue).sum() / numbers.size();
  }

  /** Between two neighbours in proportion. */
  private static @Nullable Double percentile(List<Long> numbers, double share) {
    if (numbers.isEmpty()) {
      return null;
    }
    List<Long> sorted = numbers.stream().sorted().toList();
    double at = share * (sorted.size() - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }
}
