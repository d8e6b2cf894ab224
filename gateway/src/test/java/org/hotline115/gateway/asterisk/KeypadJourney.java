package org.hotline115.gateway.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.gateway.asterisk.PhoneKit.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.board.GroupView;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.place.Household;
import org.hotline115.callflow.place.PlaceGroupId;
import org.hotline115.gateway.TestGateway;
import org.hotline115.gateway.asterisk.Sipp.Caller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night watchman keys his free places on a real telephone line; the board shows them. */
class KeypadJourney {

  private static final Duration SOON = Duration.ofSeconds(45);
  private static final Caller WATCHMAN =
      Caller.staying(Duration.ofSeconds(15)).from("0465710014").dialling("0465710117");

  @TempDir static Path folder;

  private static TestGateway gateway;
  private static TestAsterisk asterisk;
  private static PhoneFeature phone;
  private static CallRows rows;
  private static String code;

  @BeforeAll
  static void start() {
    asterisk =
        TestAsterisk.render(folder.resolve("asterisk"), TestAsterisk.freePort(), List.of()).start();
    gateway = new TestGateway(folder.resolve("gateway"));
    rows = new CallRows(gateway.database);
    phone = PhoneKit.feature(asterisk, gateway.database, folder.resolve("state"));
    phone
        .menus()
        .bring(
            LineKind.PARTNER_SITES,
            call -> gateway.shelters.keypadMenu(call, phone.menus().outlook()));
    PhoneKit.up(phone);
    code =
        gateway
            .shelters
            .channels()
            .newCode("halte-gare", new AgentId("admin"))
            .orElseThrow()
            .digits();
  }

  @AfterAll
  static void stop() {
    phone.close();
    asterisk.close();
    gateway.close();
  }

  @AfterEach
  void everybodyGoesHome() {
    await("no call is left", SOON, () -> phone.calls().live().isEmpty());
  }

  private static GroupView halte() {
    return gateway
        .board
        .readBoard()
        .group(new PlaceGroupId("halte-gare"), Household.ANYBODY)
        .orElseThrow();
  }

  @Test
  void aFigureIsKeyedReadBackConfirmedAndOnTheBoard() {
    try (Sipp watchman = Sipp.keying(asterisk, WATCHMAN, "w2w" + code + "w11#www1")) {
      await("the board shows it", SOON, () -> halte().source() == UpdateSource.PHONE_KEYPAD);
      assertThat(halte().open() - halte().occupied()).isEqualTo(11);
      assertThat(halte().updatedBy()).isEqualTo("Halte de la Gare");
      assertThat(watchman.endsWithin(SOON)).as("a goodbye ends it").isTrue();
    }
    await("the call is over", SOON, () -> rows.newestIs("state", "ENDED"));
    assertThat(rows.newest()).containsEntry("line", "partners");
  }

  @Test
  void whoHasNoCodeReachesTheQueueOfShelters() {
    try (Sipp watchman = Sipp.keying(asterisk, WATCHMAN, "w2w000000ww000001ww000002")) {
      await("a human is waited for", SOON, () -> rows.newestIs("state", "WAITING"));
      assertThat(rows.newest()).containsEntry("line", "partners");
      assertThat(watchman.endsWithin(SOON)).isTrue();
    }
  }

  @Test
  void doingNothingReachesTheQueueOfShelters() {
    try (Sipp watchman = Sipp.call(asterisk, WATCHMAN)) {
      await("a human is waited for", SOON, () -> rows.newestIs("state", "WAITING"));
      assertThat(watchman.endsWithin(SOON)).isTrue();
    }
  }
}
