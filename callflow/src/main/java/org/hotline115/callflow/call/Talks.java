package org.hotline115.callflow.call;

import static org.hotline115.callflow.call.CallTimes.earlier;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.jspecify.annotations.Nullable;

/**
 * Who of us talked with the caller, one after the other: mostly one. Who came back to the queue
 * (the agent left while the rescue that he rang did not answer) talks with a second one. Beginnings
 * and ends are kept apart and in order, so that they may be told in any order, and twice.
 */
public record Talks(List<Talk> begun, List<Instant> ended) {

  static final Talks NONE = new Talks(List.of(), List.of());

  public record Talk(AgentId agent, Instant since, long ringSeconds) {

    private boolean isSame(Talk told) {
      return agent.equals(told.agent) && CallTimes.isSameMoment(since, told.since);
    }
  }

  public Talks {
    begun = List.copyOf(begun);
    ended = List.copyOf(ended);
  }

  Talks begun(Talk told) {
    List<Talk> all = new ArrayList<>(begun);
    Talk now = told;
    for (Talk known : begun) {
      if (known.isSame(told)) {
        all.remove(known);
        Instant since = earlier(known.since(), told.since());
        now = since.equals(known.since()) ? known : told;
      }
    }
    all.add(now);
    all.sort(Comparator.comparing(Talk::since));
    return new Talks(all, ended);
  }

  Talks ended(Instant told) {
    List<Instant> all = new ArrayList<>(ended);
    Instant now = told;
    for (Instant known : ended) {
      if (CallTimes.isSameMoment(known, told)) {
        all.remove(known);
        now = earlier(known, told);
      }
    }
    all.add(now);
    all.sort(Comparator.naturalOrder());
    return new Talks(begun, all);
  }

  @Nullable Talk first() {
    return begun.isEmpty() ? null : begun.getFirst();
  }

  @Nullable Talk last() {
    return begun.isEmpty() ? null : begun.getLast();
  }

  /** When the first talk was over. */
  @Nullable Instant firstEndedAt() {
    return begun.isEmpty() ? (ended.isEmpty() ? null : ended.getFirst()) : endOf(0);
  }

  /** When the last talk was over; nothing while it lasts. */
  @Nullable Instant lastEndedAt() {
    return begun.isEmpty() ? null : endOf(begun.size() - 1);
  }

  /** All talks together; the last one until the call was over, where nobody saw its end. */
  @Nullable Long secondsUntil(@Nullable Instant overAt) {
    long seconds = 0;
    for (int i = 0; i < begun.size(); i++) {
      Instant end = endOf(i);
      if (end == null) {
        end = i == begun.size() - 1 ? overAt : begun.get(i + 1).since();
      }
      if (end == null) {
        return null;
      }
      seconds += Math.max(0, Duration.between(begun.get(i).since(), end).toSeconds());
    }
    return begun.isEmpty() ? null : seconds;
  }

  /** The first end that belongs to this talk and not to the next one. */
  private @Nullable Instant endOf(int talk) {
    // A record counts whole seconds, and so seems to end what began within the same second.
    Instant from = begun.get(talk).since().truncatedTo(ChronoUnit.SECONDS);
    for (Instant end : ended) {
      boolean isBeforeNext = talk == begun.size() - 1 || end.isBefore(begun.get(talk + 1).since());
      if (!end.isBefore(from) && isBeforeNext) {
        return end;
      }
    }
    return null;
  }
}
