package org.hotline115.callflow.line;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline115.callflow.line.OpeningHours.Closure;
import org.hotline115.callflow.store.RecordsAway;
import org.jspecify.annotations.Nullable;

/**
 * How every line stands now: its hours, and over them what a supervisor decided. Answers from
 * memory; without PostgreSQL the last known decisions hold.
 */
public final class ReadLines {

  /** "Until somebody decides otherwise", as a moment. */
  private static final Instant FOR_EVER = Instant.parse("2999-12-31T00:00:00Z");

  private final List<LinePlan> plans;
  private final LineActs acts;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Map<String, LineAct> switches = new ConcurrentHashMap<>();
  private final Map<String, LineAct> caps = new ConcurrentHashMap<>();

  ReadLines(List<LinePlan> plans, LineActs acts, InstantSource clock, ZoneId zone) {
    this.plans = List.copyOf(plans);
    this.acts = acts;
    this.clock = clock;
    this.zone = zone;
  }

  /** Takes what stands in the records, also what another gateway wrote. False: they are away. */
  boolean refresh() {
    try {
      acts.standing().forEach(this::know);
      return true;
    } catch (RecordsAway away) {
      return false;
    }
  }

  void know(LineAct act) {
    if (act.kind().isSwitch()) {
      switches.merge(act.line(), act, ReadLines::later);
    } else if (act.kind() == LineAct.Kind.CAP_MOVED) {
      caps.merge(act.line(), act, ReadLines::later);
    }
  }

  /** What was read a moment ago must not undo what was decided since. */
  private static LineAct later(LineAct known, LineAct told) {
    return told.at().isBefore(known.at()) ? known : told;
  }

  public List<LineStatus> all() {
    Instant now = clock.instant();
    return plans.stream().map(plan -> status(plan, now)).toList();
  }

  public Optional<LineStatus> of(String line) {
    Instant now = clock.instant();
    return plans.stream()
        .filter(plan -> plan.line().code().equals(line))
        .findFirst()
        .map(plan -> status(plan, now));
  }

  private LineStatus status(LinePlan plan, Instant now) {
    LineAct last = switches.get(plan.line().code());
    LineAct decided =
        last != null && last.kind() != LineAct.Kind.BY_HOURS && last.holds(now) ? last : null;
    return new LineStatus(
        plan, now, closure(plan, decided, now), decided, caps.get(plan.line().code()));
  }

  private @Nullable Closure closure(LinePlan plan, @Nullable LineAct decided, Instant now) {
    if (!plan.mayClose()) {
      return null;
    }
    if (decided == null) {
      return plan.hours().closure(now, zone).orElse(null);
    }
    Instant until = decided.until() == null ? FOR_EVER : decided.until();
    if (decided.kind() == LineAct.Kind.CLOSED) {
      // By hand until then, and on with the hours when they are closed at that moment.
      Instant end =
          plan.hours()
              .closure(until, zone)
              .filter(after -> after.includes(until))
              .map(Closure::until)
              .orElse(until);
      return new Closure(decided.at(), end);
    }
    return plan.hours()
        .closure(until, zone)
        .map(next -> next.includes(until) ? new Closure(until, next.until()) : next)
        .filter(_ -> until.isBefore(FOR_EVER))
        .orElse(null);
  }
}
