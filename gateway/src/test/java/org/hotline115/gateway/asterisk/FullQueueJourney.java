package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.contact.Contact;
import org.hotline115.callflow.contact.ContactFeature;
import org.hotline115.callflow.contact.ContactField;
import org.hotline115.callflow.contact.OpenOnAnswer;
import org.hotline115.callflow.line.DecideLine;
import org.hotline115.callflow.line.LineAct;
import org.hotline115.callflow.line.LineActId;
import org.hotline115.callflow.line.LineFeature;
import org.hotline115.callflow.line.LinePlan;
import org.hotline115.callflow.line.LineResult;
import org.hotline115.callflow.store.Cipher;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.hotline115.gateway.KeyedBefore;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.hotline115.gateway.asterisk.TestAsterisk.Station;
import org.hotline115.gateway.config.CommuneFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A queue at its cap on a real Asterisk: nobody hears a busy tone, with a gateway or without. */
class FullQueueJourney {

  private static final AgentId CLAIRE = new AgentId("claire");
  private static final AgentId SOPHIE = new AgentId("sophie");
  private static final Duration SOON = Duration.ofSeconds(25);
  private static final Caller STAYING = Caller.staying(Duration.ofSeconds(120));

  /** Through the menu, yes to a callback, 3 people, 2 of them children, at 34000. */
  private static final String ANSWERS_ALL =
      "1500:0 3000:2 2500:3 800:# 2500:2 800:# 2500:3 600:4 600:0 600:0 600:0";

  private static final int CLAIRE_PORT = TestAsterisk.freeUdpPort();
  private static final int PERSON_PORT = TestAsterisk.freeUdpPort();

  @TempDir static Path folder;

  private static TestAsterisk asterisk;
  private static Database database;
  private static CallRows rows;
  private PhoneFeature phone;
  private CallbackFeature callbacks;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(
                folder.resolve("asterisk"),
                TestAsterisk.freePort(),
                List.of(Station.at("claire", CLAIRE_PORT)),
                PERSON_PORT,
                Map.of("HOTLINE_LINES", lines()))
            .start();
    database = TestServers.database();
    rows = new CallRows(database);
  }

  @AfterAll
  static void stop() {
    asterisk.close();
    database.close();
  }

  /** The lines of the settings; one may wait on the public one. */
  private static String lines() {
    return PhoneKit.LINES.stream()
        .flatMap(line -> Stream.of(line.dialplan().split(" ")))
        .map(number -> number.contains("=public:") ? number + ":1" : number)
        .collect(Collectors.joining(" "));
  }

  @BeforeEach
  void theGatewayLives() {
    phone = PhoneKit.feature(asterisk, database, folder.resolve("state"));
    callbacks = PhoneKit.callbacks(phone, database, new NoTexts(), PhoneKit.CALLBACK.rules());
    phone.start();
    callbacks.start(phone::up);
    await("the telephone is up", Duration.ofSeconds(30), phone::up);
  }

  @AfterEach
  void everybodyGoesHome() {
    database.with(handle ->
        handle.execute(
            "UPDATE callback SET status = 'EXPIRED', closed_at = now() WHERE closed_at IS NULL"));
    asterisk.cli("channel", "request", "hangup", "all");
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
    phone.signOff().signOff(CLAIRE);
    theGatewayDies();
  }

  private void theGatewayDies() {
    callbacks.close();
    phone.close();
  }

  private static long waiting() {
    String queue = asterisk.cli("queue", "show", "public");
    return queue.lines().filter(line -> line.contains("(wait:")).count();
  }

  /** How often Asterisk itself found the queue full. */
  private static long foundFull() {
    if (Files.notExists(asterisk.witness())) {
      return 0; // no call yet
    }
    try {
      return Files.readString(asterisk.witness())
          .lines()
          .filter(line -> line.contains("HOTLINE_FULL"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sipp somebodyWaits() {
    Sipp first = Sipp.call(asterisk, STAYING.from("0465710060").pressing("0"));
    await("one waits", SOON, () -> waiting() == 1);
    return first;
  }

  private static Map<String, Object> promise() {
    return database.with(handle ->
        handle
            .createQuery("SELECT * FROM callback ORDER BY callback_id DESC LIMIT 1")
            .mapToMap()
            .one());
  }

  @Test
  void threeThingsAreAskedTheCallIsPromisedAndTheContactBeginsWithTheAnswers() {
    ContactFeature contacts =
        new ContactFeature(
            database,
            new Cipher(List.of("a secret of this test only, long enough")),
            new JdbcAuditTrail(database),
            Clock.systemUTC());
    try (OpenOnAnswer opening =
            contacts.openOnAnswer(
                phone.rules(),
                new KeyedBefore(
                    callbacks.readCallbacks(), CommuneFile.postalCodes(Path.of("../config"))));
        Sipp first = somebodyWaits()) {
      phone.calls().observe(opening);
      try (Sipp caller = Sipp.keys(asterisk, STAYING.from("0465710061"), ANSWERS_ALL)) {
        assertThat(caller.endsWithin(Duration.ofSeconds(70))).as(caller.said()).isTrue();
      }
      assertThat(promise())
          .containsEntry("people", 3)
          .containsEntry("children", 2)
          .containsEntry("place_code", "34000");
      assertThat(promise().get("code").toString()).matches("[0-9]{4}");
      assertThat(newestInbound())
          .containsEntry("outcome", "BLOCKED_FULL")
          .containsEntry("rank_at", promise().get("kept_rank_at"));
      await("the promise stands in the queue", SOON, () -> waiting() == 2);
      first.end();
      phone.calls().live().stream()
          .filter(call -> !call.id().isOutbound())
          .forEach(call -> phone.phones().hangUp(call.id()));
      PhoneKit.ready(phone, CLAIRE);
      try (Sipp _ = Sipp.agent(asterisk, CLAIRE_PORT, Duration.ofSeconds(60));
          Sipp _ = Sipp.agent(asterisk, PERSON_PORT, Duration.ofSeconds(3))) {
        await("she talks with the person", SOON, () -> !contacts(contacts).isEmpty());
      }
    }

    assertThat(contacts(contacts).getFirst().form().number(ContactField.ADULTS)).hasValue(1);
    assertThat(contacts(contacts).getFirst().form().number(ContactField.MINORS)).hasValue(2);
    assertThat(contacts(contacts).getFirst().form().value(ContactField.INSEE_CODE))
        .as("the commune of the postal code")
        .contains("34172");
  }

  private static List<Contact> contacts(ContactFeature contacts) {
    return contacts.readContacts().openOf(CLAIRE).stream()
        .map(summary -> contacts.readContacts().codesOf(summary.contactId()).orElseThrow())
        .toList();
  }

  private static Map<String, Object> newestInbound() {
    return rows.all().stream()
        .filter(row -> Boolean.FALSE.equals(row.get("outbound")))
        .toList()
        .getLast();
  }

  @Test
  void whoSaysNothingAtTheDoorWaitsAllTheSame() {
    long before = foundFull();
    try (Sipp _ = somebodyWaits();
        Sipp caller = Sipp.keys(asterisk, STAYING.from("0465710062"), "1500:0")) {
      await("Asterisk finds it full", SOON, () -> foundFull() == before + 1);
      await("both wait", Duration.ofSeconds(30), () -> waiting() == 2);
      assertThat(caller.running()).isTrue();
    }
  }

  @Test
  void whoseOlderPlaceWasKeptIsNotStoppedAtTheDoor() {
    try (Sipp _ = Sipp.call(asterisk, STAYING.from("0465710063").pressing("0"))) {
      await("he waits", SOON, () -> waiting() == 1);
      phone.calls().live().forEach(call -> phone.phones().hangUp(call.id()));
      await("his line dropped", SOON, () -> phone.calls().live().isEmpty());
    }
    long before = foundFull();
    try (Sipp _ = somebodyWaits();
        Sipp _ = Sipp.call(asterisk, STAYING.from("0465710063").pressing("0"))) {
      await("both wait", SOON, () -> waiting() == 2);
    }

    assertThat(foundFull()).isEqualTo(before);
    assertThat(newestInbound()).containsEntry("rank_reason", "REDIAL");
  }

  @Test
  void withADeadGatewayNobodyHearsABusyTone() {
    long before = foundFull();
    try (Sipp _ = somebodyWaits()) {
      theGatewayDies();
      try (Sipp caller = Sipp.call(asterisk, STAYING.from("0465710064"))) {
        await("Asterisk finds it full", SOON, () -> foundFull() == before + 1);
        await("both wait", Duration.ofSeconds(30), () -> waiting() == 2);
        assertThat(caller.running()).isTrue();
      }
    }
    theGatewayLives();
  }

  @Test
  void aCapThatASupervisorMovedHoldsAtOnceAndWithoutUs() {
    LineFeature lines = lineFeature();
    long before = foundFull();
    assertThat(capIs(lines, 3)).isInstanceOf(LineResult.Decided.class);
    theGatewayDies();
    try (Sipp _ = somebodyWaits();
        Sipp _ = Sipp.call(asterisk, STAYING.from("0465710065"))) {
      await("both wait", SOON, () -> waiting() == 2);
    }

    assertThat(foundFull()).isEqualTo(before);
    theGatewayLives();
    assertThat(capIs(lineFeature(), 1)).isInstanceOf(LineResult.Decided.class);
  }

  private static LineResult capIs(LineFeature lines, int cap) {
    return lines
        .decideLine()
        .run(
            new DecideLine.Wish(
                new LineActId(UUID.randomUUID()),
                "public",
                LineAct.Kind.CAP_MOVED,
                null,
                cap,
                "renfort ce soir"),
            SOPHIE);
  }

  private LineFeature lineFeature() {
    return new LineFeature(
        new LineFeature.Ground(
            database,
            new JdbcAuditTrail(database),
            InstantSource.system(),
            ZoneId.of("Europe/Paris")),
        PhoneKit.LINES.stream()
            .filter(line -> line.code().equals("public"))
            .map(line -> new LinePlan(line.line(), line.plan().hours(), false, 1, Duration.ZERO))
            .toList(),
        phone.lineMemory(),
        new LineFeature.Messages(folder.resolve("messages"), Duration.ofDays(30)));
  }
}
