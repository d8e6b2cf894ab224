package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.RecordPositions.Position;
import org.hotline115.callflow.call.RescueService;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.line.LineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFactsTest {

  private static final CallId ID = new CallId("hotline1-1795352221.0");
  private static final Instant AT = Instant.parse("2026-11-22T12:57:01.250000Z");

  private final RecordFacts facts =
      new RecordFacts(
          new Lines(List.of(PhoneKit.line("public", LineKind.PUBLIC_115, "115").line())),
          CallerTestKit.callers());

  @TempDir Path folder;

  private static String cel(String type, String context, String exten, String extra) {
    return String.join(
        ",",
        quoted("1795352221.250000"),
        quoted(type),
        quoted(""),
        quoted(ID.linkedid()),
        quoted(ID.linkedid()),
        quoted("PJSIP/anonymous-00000000"),
        quoted(context),
        quoted(exten),
        quoted(""),
        quoted("0612345678"),
        quoted(extra));
  }

  private static String dialplanTells(String word, String leg, String extra) {
    return cel("USER_DEFINED", "any", "s", extra)
        .replace("\"USER_DEFINED\",\"\"", "\"USER_DEFINED\",\"" + word + "\"")
        .replace(quoted(ID + "") + "," + quoted(ID + ""), quoted(ID + "") + "," + quoted(leg));
  }

  private static String quoted(String value) {
    return '"' + value.replace("\"", "\"\"") + '"';
  }

  @ParameterizedTest
  @CsvSource({"full,FULL", "maxwait,TIMED_OUT", "this,FOR_CALLBACK", "'',FOR_CALLBACK"})
  void aPromiseOfWhichWeWereNotToldCountsByItsOccasion(String wish, QueueExit exit) {
    assertThat(
            facts.ofCel(
                cel("HOTLINE_PROMISED", "promised", "s", "{\"extra\":\"%s\"}".formatted(wish))))
        .get()
        .isInstanceOfSatisfying(
            CallFact.LeftQueue.class, left -> assertThat(left.exit()).isEqualTo(exit));
  }

  @Test
  void theWitnessTellsWhoArrivedWasHandedOverAndEnded() {
    assertThat(facts.ofCel(cel("CHAN_START", "from-caller", "115", "")))
        .contains(
            new CallFact.Arrived(ID, AT, "public", CallerTestKit.callers().identify("0612345678")));
    assertThat(facts.ofCel(cel("HOTLINE_EMERGENCY", "emergency", "s", "")))
        .contains(new CallFact.EmergencyHandoff(ID, AT));
    assertThat(facts.ofCel(cel("HANGUP", "queue", "s", "{\"hangupcause\":16,\"x\":\"\"}")))
        .contains(new CallFact.Ended(ID, AT, 16));
  }

  @Test
  void theWitnessTellsWhetherTheRescueAnsweredAndWhichOne() {
    RescueService samu = new RescueService("15");
    String answered = "HOTLINE_RESCUE_ANSWERED";
    String leg = "hotline1-1795352229.4";

    assertThat(facts.ofCel(cel("HOTLINE_RESCUE_MISSED", "emergency", "s", "{\"extra\":\"15\"}")))
        .contains(new CallFact.RescueMissed(ID, AT, samu));
    assertThat(facts.ofCel(dialplanTells(answered, leg, "{\"extra\":\"15\"}")))
        .contains(new CallFact.RescueAnswered(ID, AT, samu));
    assertThat(facts.ofCel(dialplanTells(answered, leg, "{\"extra\":\"x;y\"}")))
        .as("an odd name hides no answer")
        .contains(new CallFact.RescueAnswered(ID, AT, null));
  }

  @Test
  void theWitnessTellsOfARescueThatAnAgentRangByTheCallItNames() {
    RescueService police = new RescueService("17");
    String extra = "{\"extra\":\"17 %s\"}".formatted(ID);
    String leg = "rescue-0193-ring";

    assertThat(facts.ofCel(besideATalk("HOTLINE_RESCUE_RINGING", leg, extra)))
        .contains(new CallFact.EmergencyHandoff(ID, AT, police));
    assertThat(facts.ofCel(besideATalk("HOTLINE_RESCUE_ANSWERED", leg, extra)))
        .contains(new CallFact.RescueAnswered(ID, AT, police));
    assertThat(facts.ofCel(besideATalk("HOTLINE_RESCUE_MISSED", leg, extra)))
        .contains(new CallFact.RescueMissed(ID, AT, police));
    assertThat(facts.ofCel(besideATalk("HOTLINE_RESCUE_OTHER", leg, extra))).isEmpty();
  }

  /** Its leg is a channel of its own: its Linkedid is not the call's. */
  private static String besideATalk(String word, String leg, String extra) {
    return dialplanTells(word, leg, extra)
        .replace(quoted(ID + "") + "," + quoted(leg), quoted("rescue-0193") + "," + quoted(leg));
  }

  @Test
  void whatIsNoCallOfTheHotlineTellsNothing() {
    assertThat(facts.ofCel(cel("CHAN_START", "from-caller", "0999", ""))).isEmpty();
    assertThat(facts.ofCel(cel("HANGUP", "from-agent", "*43", ""))).isEmpty();
    assertThat(facts.ofQueueLog("1795352221|NONE|NONE|NONE|QUEUESTART|")).isEmpty();
    assertThat(facts.ofQueueLog("1795352221|x|other|claire|CONNECT|1|y|2")).isEmpty();
  }

  @Test
  void theQueueLogTellsWhoWaitedAndWhoAnswered() {
    Instant at = Instant.ofEpochSecond(1_795_352_221);
    assertThat(facts.ofQueueLog("1795352221|" + ID + "|public|NONE|ENTERQUEUE||0612345678|3"))
        .contains(new CallFact.EnteredQueue(ID, at, "public", 3));
    assertThat(facts.ofQueueLog("1795352221|" + ID + "|public|claire|CONNECT|9|hotline1-1.1|4"))
        .contains(new CallFact.AgentConnected(ID, at, new AgentId("claire"), 4));
    assertThat(facts.ofQueueLog("1795352221|" + ID + "|public|NONE|ABANDON|1|3|45"))
        .contains(new CallFact.LeftQueue(ID, at, QueueExit.ABANDONED));
    assertThat(facts.ofQueueLog("1795352221|" + ID + "|public|claire|COMPLETECALLER|9|60|1"))
        .contains(new CallFact.TalkEnded(ID, at));
  }

  @Test
  void aTimeThatWouldTakeMinutesToWorkOutIsTorn() {
    assertThat(facts.ofQueueLog("1E795352221|" + ID + "|public|claire|CONNECT|9|hotline1-1.1|4"))
        .isEmpty();
  }

  @Test
  void noLineIsTooBrokenToBeRead() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String good = cel("HANGUP", "queue", "s", "{\"hangupcause\":16}");
    String queued = "1795352221|" + ID + "|public|claire|CONNECT|9|hotline1-1.1|4";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder line = new StringBuilder(random.nextBoolean() ? good : queued);
      for (int i = random.nextInt(5); i >= 0 && !line.isEmpty(); i--) {
        int place = random.nextInt(line.length());
        switch (random.nextInt(4)) {
          case 0 -> line.deleteCharAt(place);
          case 1 -> line.insert(place, "\"\0|,\r{é".charAt(random.nextInt(7)));
          case 2 -> line.setLength(place);
          default -> line.setCharAt(place, (char) random.nextInt(0x100));
        }
      }
      facts.ofCel(line.toString());
      facts.ofQueueLog(line.toString());
    }
    assertThat(facts.ofCel(good)).isPresent();
  }

  @Test
  void aTornLastLineIsLeftForTheNextTime() throws IOException {
    Path path = folder.resolve("Master.csv");
    Files.writeString(path, "one\ntwo\nthr");
    RecordFile file = new RecordFile(path);

    RecordFile.Read first = file.readOn(null, 100).orElseThrow();
    assertThat(first.lines()).containsExactly("one", "two");
    Files.writeString(path, "ee\n", StandardOpenOption.APPEND);
    RecordFile.Read second = file.readOn(first.next(), 100).orElseThrow();

    assertThat(second.lines()).containsExactly("three");
    assertThat(file.readOn(second.next(), 100).orElseThrow().lines()).isEmpty();
  }

  @Test
  void anEndlessLineIsSkippedAndItsNeighboursAreRead() throws IOException {
    Path path = folder.resolve("Master.csv");
    Files.writeString(path, "one\n" + "x".repeat(1_000_000) + "\nthree\n");

    RecordFile.Read read = new RecordFile(path).readOn(null, 100).orElseThrow();

    assertThat(read.lines()).containsExactly("one", "three");
    assertThat(read.skipped()).isEqualTo(1);
  }

  @Test
  void aRotatedFileIsReadToItsEndBeforeTheNewOne() throws IOException {
    Path path = folder.resolve("Master.csv");
    Files.writeString(path, "one\ntwo\nthree\n");
    RecordFile file = new RecordFile(path);
    Position afterOne = file.readOn(null, 1).orElseThrow().next();
    Files.move(path, folder.resolve("Master.csv.0"));
    Files.writeString(path, "four\n");

    RecordFile.Read rest = file.readOn(afterOne, 100).orElseThrow();
    RecordFile.Read fresh = file.readOn(rest.next(), 100).orElseThrow();

    assertThat(rest.lines()).containsExactly("two", "three");
    assertThat(fresh.lines()).containsExactly("four");
  }

  @Test
  void batchesFollowEachOtherWithoutLossOrRepetition() throws IOException {
    Path path = folder.resolve("Master.csv");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      text.append("line ").append(i).append('\n');
    }
    Files.writeString(path, text);
    RecordFile file = new RecordFile(path);
    Position position = null;
    StringBuilder seen = new StringBuilder();
    for (List<String> lines = List.of("go"); !lines.isEmpty(); ) {
      RecordFile.Read read = file.readOn(position, 7).orElseThrow();
      lines = read.lines();
      lines.forEach(line -> seen.append(line).append('\n'));
      position = read.next();
    }

    assertThat(seen.toString()).isEqualTo(text.toString());
  }
}
