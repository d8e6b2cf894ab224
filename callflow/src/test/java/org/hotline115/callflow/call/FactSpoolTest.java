package org.hotline115.callflow.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.caller.SealedNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactSpoolTest {

  private final CallFacts facts = CallFacts.ofCall("hotline1-1795352221.0");

  @TempDir Path folder;

  private List<CallFact> everyKind() {
    CallId id = facts.id();
    Instant at = CallFacts.RANG_AT;
    CallerIdentity sealed =
        new CallerIdentity(CallerIdState.PRESENTED, CallFacts.KEY, new SealedNumber("YWJj+/=="));
    return List.of(
        new CallFact.Arrived(id, at, "public", sealed),
        facts.arrivedWithheld(),
        new CallFact.LanguageChosen(id, at, "en"),
        new CallFact.LanguageHeld(id, at),
        new CallFact.InterpreterRung(id, at, "ar", "ism"),
        new CallFact.InterpreterAnswered(id, at),
        new CallFact.InterpreterMissed(id, at),
        new CallFact.InterpreterEnded(id, at),
        new CallFact.ColleagueRung(id, at, new AgentId("karim")),
        new CallFact.ColleagueAnswered(id, at),
        new CallFact.ColleagueMissed(id, at),
        new CallFact.ColleagueEnded(id, at),
        facts.queued(1),
        new CallFact.EnteredQueue(id, at, "a\tb\n%", null),
        facts.ringing(2),
        facts.missed(3),
        facts.connected(4),
        new CallFact.HoldStarted(id, at),
        new CallFact.HoldEnded(id, at),
        facts.talkEnded(5),
        facts.left(6, QueueExit.EMPTY),
        facts.handedOff(7),
        facts.rescueAnswered(8),
        facts.rescueMissed(8),
        new CallFact.RescueAnswered(id, at, null),
        facts.ended(8),
        facts.cut(9),
        facts.ranked(-60, Rank.Reason.REDIAL, new CallId("hotline1-9.9")),
        facts.ranked(-60, Rank.Reason.CALLBACK, null),
        new CallFact.PersonDialled(id, at),
        new CallFact.PersonReached(id, at),
        new CallFact.PersonMissed(id, at, DialBack.Unreached.BUSY),
        facts.wrappedUp(10));
  }

  @Test
  void everyKindOfFactSurvivesTheGateway() {
    assertThat(everyKind().stream().map(Object::getClass).distinct())
        .hasSize(CallFact.class.getPermittedSubclasses().length);
    try (FactSpool spool = new FactSpool(folder.resolve("spool"), 100)) {
      everyKind().forEach(spool::add);
    }

    try (FactSpool again = new FactSpool(folder.resolve("spool"), 100)) {
      assertThat(again.oldest(100)).isEqualTo(everyKind());
    }
  }

  @Test
  void aTornLastLineIsLeftOutAndTheOthersAreKept() throws IOException {
    Path file = folder.resolve("spool");
    try (FactSpool spool = new FactSpool(file, 100)) {
      spool.add(facts.arrived());
    }
    Files.writeString(file, "Ended\thotline1-17", StandardOpenOption.APPEND);

    try (FactSpool again = new FactSpool(file, 100)) {
      assertThat(again.oldest(10)).containsExactly(facts.arrived());
    }
  }

  @Test
  void aFullSpoolCountsWhatItLoses() {
    try (FactSpool spool = new FactSpool(folder.resolve("spool"), 1)) {
      assertThat(spool.add(facts.arrived())).isTrue();
      assertThat(spool.add(facts.ended(3))).isFalse();

      assertThat(spool.lost()).isEqualTo(1);
    }
  }

  @Test
  void deliveredFactsLeaveTheFile() {
    Path file = folder.resolve("spool");
    try (FactSpool spool = new FactSpool(file, 10)) {
      spool.add(facts.arrived());
      spool.delivered(1);
      spool.add(facts.ended(3));
    }

    try (FactSpool again = new FactSpool(file, 10)) {
      assertThat(again.oldest(10)).containsExactly(facts.ended(3));
    }
  }
}
