package org.hotline115.callflow.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.statistics.CallBook.Promise;
import org.jspecify.annotations.Nullable;

/** Calls by chance between two moments, as far as they had come at {@code now}. */
final class RandomDays {

  private static final List<String> LINES = List.of("public", "public", "professional", "essai");
  private static final List<String> LANGUAGES = List.of("fr", "en", "ar");
  private static final int CALLERS = 25;

  private final CallBook book;
  private final Random random;
  private final Instant now;

  RandomDays(CallBook book, Random random, Instant now) {
    this.book = book;
    this.random = random;
    this.now = now;
  }

  void fill(Instant from, Instant until, int calls) {
    long seconds = until.getEpochSecond() - from.getEpochSecond();
    for (int i = 0; i < calls; i++) {
      Instant at = from.plusMillis(random.nextLong(seconds * 1_000));
      if (at.isBefore(now)) {
        ring(at);
      }
    }
  }

  private @Nullable CallerKey caller() {
    return random.nextInt(8) == 0 ? null : CallBook.key(random.nextInt(CALLERS));
  }

  private void ring(Instant at) {
    CallerKey caller = caller();
    String line = LINES.get(random.nextInt(LINES.size()));
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    CallId id = book.arrives(caller, line, at);
    List<CallFact> facts = new ArrayList<>();
    if (random.nextBoolean()) {
      facts.add(new CallFact.LanguageChosen(id, at.plusMillis(10), language));
    }
    Instant queued = at.plusMillis(random.nextLong(9_000));
    long wait = random.nextInt(3) == 0 ? random.nextLong(20_000) : random.nextLong(3_000_000);
    Instant left = queued.plusMillis(wait);
    switch (random.nextInt(10)) {
      case 0 -> facts.add(new CallFact.Ended(id, queued, 16));
      case 1 -> {
        facts.add(new CallFact.LeftQueue(id, queued, QueueExit.FULL));
        facts.add(new CallFact.Ended(id, queued, 16));
      }
      case 2 -> {
        facts.add(new CallFact.EmergencyHandoff(id, queued, new RescueService("15")));
        facts.add(new CallFact.RescueAnswered(id, queued.plusSeconds(3), new RescueService("15")));
        facts.add(new CallFact.Ended(id, left, 16));
      }
      case 3 -> {
        facts.add(new CallFact.EnteredQueue(id, queued, line, 1));
        facts.add(new CallFact.CutOff(id, left));
      }
      case 4, 5, 6 -> leave(facts, id, line, queued, left);
      default -> talk(facts, id, line, queued, left);
    }
    facts.stream().filter(fact -> fact.at().isBefore(now)).forEach(book::tell);
    if (random.nextInt(5) == 0) {
      promise(id, line, language, caller == null ? CallBook.key(900) : caller, left);
    }
    if (random.nextInt(3) == 0) {
      book.contact(id, left, random.nextInt(3) > 0);
    }
  }

  private void leave(List<CallFact> facts, CallId id, String line, Instant queued, Instant left) {
    QueueExit[] exits = {
      QueueExit.ABANDONED,
      QueueExit.ABANDONED,
      QueueExit.EMPTY,
      QueueExit.TIMED_OUT,
      QueueExit.FOR_CALLBACK
    };
    facts.add(new CallFact.EnteredQueue(id, queued, line, 1));
    facts.add(new CallFact.LeftQueue(id, left, exits[random.nextInt(exits.length)]));
    facts.add(new CallFact.Ended(id, left.plusSeconds(2), 16));
  }

  private void talk(List<CallFact> facts, CallId id, String line, Instant queued, Instant left) {
    Instant end = left.plusSeconds(5 + random.nextInt(900));
    if (random.nextInt(6) > 0) {
      facts.add(new CallFact.EnteredQueue(id, queued, line, 1));
    }
    facts.add(new CallFact.AgentConnected(id, left, CallBook.CLAIRE, 3));
    if (random.nextInt(4) == 0) {
      facts.add(new CallFact.EmergencyHandoff(id, left.plusSeconds(4), new RescueService("17")));
      facts.add(new CallFact.RescueMissed(id, left.plusMillis(4_500), new RescueService("17")));
    }
    facts.add(new CallFact.TalkEnded(id, end));
    facts.add(new CallFact.Ended(id, end, 16));
    if (random.nextBoolean()) {
      facts.add(new CallFact.WrappedUp(id, end.plusSeconds(random.nextInt(400)), CallBook.CLAIRE));
    }
  }

  private void promise(
      CallId id, String line, String language, CallerKey caller, Instant requestedAt) {
    Instant due = requestedAt.plusSeconds(7_200);
    Instant closed = requestedAt.plusSeconds(random.nextLong(15_000));
    String[] ends = {
      "REACHED", "REACHED", "MERGED", "EXPIRED", "UNREACHABLE", "CANCELLED_BY_CALLER", "QUEUED"
    };
    String end = closed.isBefore(now) ? ends[random.nextInt(ends.length)] : "QUEUED";
    book.promise(
        new Promise(
            id,
            line,
            language,
            random.nextInt(4) == 0 ? CallBook.key(901) : caller,
            due,
            end,
            end.equals("QUEUED") ? null : closed,
            random.nextInt(6) == 0 ? "TEXT" : "VOICE"));
  }
}
