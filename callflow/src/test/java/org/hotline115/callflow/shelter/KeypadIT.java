package org.hotline115.callflow.shelter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotline115.callflow.shelter.ShelterHouse.FAMILY;
import static org.hotline115.callflow.shelter.ShelterHouse.NADIA;
import static org.hotline115.callflow.shelter.ShelterHouse.ORB;
import static org.hotline115.callflow.shelter.ShelterHouse.WOMEN;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.hotline115.callflow.board.UpdateSource;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.IntakeResult;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.line.Line;
import org.hotline115.callflow.line.LineKind;
import org.hotline115.callflow.message.Recipient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shelter keys its figure; whoever cannot reaches a human. */
class KeypadIT {

  private static final Line PARTNERS =
      new Line(
          "partners",
          LineKind.PARTNER_SITES,
          "Structures",
          Set.of(),
          List.of("0465710117"),
          "partners");

  private final ShelterHouse house = new ShelterHouse();
  private final ScriptedVoice voice = new ScriptedVoice();
  private final String orbCode = code("site-orb");

  @AfterEach
  void close() {
    house.close();
  }

  private String code(String site) {
    return house.shelters.channels().newCode(site, NADIA).orElseThrow().digits();
  }

  private static CallerIdentity hidden() {
    return CallerIdentity.without(CallerIdState.WITHHELD);
  }

  private static CallerIdentity from(Recipient number) {
    return new CallerIdentity(CallerIdState.PRESENTED, number.key(), null);
  }

  private IntakeResult calls(ScriptedVoice caller, CallerIdentity identity) {
    return house
        .shelters
        .keypadMenu(
            new IncomingCall(new CallId("hotline1-1.1"), PARTNERS, "0465710117", identity),
            _ -> OptionalInt.empty())
        .lead(caller);
  }

  private IntakeResult calls() {
    return calls(voice.at(Prompt.P16_PARTNERS, new Heard.Key('2')), hidden());
  }

  @Test
  void aFigureIsReadBackConfirmedAndNoted() {
    voice
        .keys(Prompt.P80_SITE_CODE, orbCode)
        .keys(Prompt.P86_HOW_MANY, "12")
        .keys(Prompt.P89_CONFIRM, "1");

    assertThat(calls()).isEqualTo(new IntakeResult.Served(Language.FR));
    assertThat(house.free(ORB)).isEqualTo(12);
    assertThat(house.group(ORB).source()).isEqualTo(UpdateSource.PHONE_KEYPAD);
    assertThat(house.group(ORB).updatedBy()).isEqualTo("Site orb");
    assertThat(voice.performed)
        .containsSequence(
            new Verb.Say(Prompt.P88_YOU_SAID, Language.FR),
            new Verb.SayNumber(12, Language.FR),
            new Verb.AskDigits(Prompt.P89_CONFIRM, Language.FR, 1))
        .endsWith(new Verb.EndCall(Language.FR));
  }

  @Test
  void withoutAConfirmationNothingIsNoted() {
    voice
        .keys(Prompt.P80_SITE_CODE, orbCode)
        .keys(Prompt.P86_HOW_MANY, "3", "4", "5")
        .keys(Prompt.P89_CONFIRM, "2", "", "7");

    assertThat(calls()).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(house.group(ORB).updatedAt()).isNull();
  }

  @Test
  void whoKnowsTheMenuConfirmsWhileItIsReadBack() {
    voice
        .keys(Prompt.P80_SITE_CODE, orbCode)
        .keys(Prompt.P86_HOW_MANY, "3", "4")
        .at(Prompt.P88_YOU_SAID, new Heard.Key('2'))
        .at(Prompt.P88_YOU_SAID, new Heard.Key('1'));

    assertThat(calls()).isEqualTo(new IntakeResult.Served(Language.FR));
    assertThat(house.free(ORB)).isEqualTo(4);
  }

  @Test
  void aCorrectionIsAskedForAgainAndCounts() {
    voice
        .keys(Prompt.P80_SITE_CODE, orbCode)
        .keys(Prompt.P86_HOW_MANY, "3", "4")
        .keys(Prompt.P89_CONFIRM, "2", "1");

    assertThat(calls()).isEqualTo(new IntakeResult.Served(Language.FR));
    assertThat(house.free(ORB)).isEqualTo(4);
  }

  @Test
  void ofSeveralGroupsOneIsChosenAndThenAnother() {
    voice
        .keys(Prompt.P80_SITE_CODE, code("site-lilas"))
        .keys(Prompt.P85_YOUR_CHOICE, "2", "3")
        .keys(Prompt.P86_HOW_MANY, "1", "7")
        .keys(Prompt.P89_CONFIRM, "1", "1")
        .keys(Prompt.P92_ANOTHER, "2", "");

    assertThat(calls()).isEqualTo(new IntakeResult.Served(Language.FR));
    assertThat(house.free(FAMILY)).isEqualTo(1);
    assertThat(house.free(WOMEN)).isEqualTo(7);
    assertThat(voice.performed)
        .containsSequence(
            new Verb.Say(Prompt.P50_CHU, Language.FR),
            new Verb.Say(Prompt.P72_ALL, Language.FR),
            new Verb.SayWith(Prompt.P84_PRESS, 2, Language.FR));
  }

  @Test
  void whatIsWrongTwiceMoreLeadsToAHuman() {
    voice.keys(Prompt.P80_SITE_CODE, orbCode).keys(Prompt.P86_HOW_MANY, "99", "", "15");

    assertThat(calls()).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.said()).contains(Prompt.P87_ONLY_OPEN, Prompt.P82_TO_A_HUMAN);
    assertThat(house.group(ORB).updatedAt()).isNull();
  }

  @Test
  void doingNothingLeadsToAHumanAndDangerIsHeardEverywhere() {
    assertThat(calls(new ScriptedVoice(), hidden()))
        .isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(calls(new ScriptedVoice().at(Prompt.P16_PARTNERS, new Heard.Key('1')), hidden()))
        .isEqualTo(new IntakeResult.HandedOff(Language.FR));
    voice.keys(Prompt.P80_SITE_CODE, code("site-lilas")).keys(Prompt.P85_YOUR_CHOICE, "1");
    assertThat(calls()).as("groups begin at 2").isEqualTo(new IntakeResult.HandedOff(Language.FR));
  }

  @Test
  void whoHangsUpInTheMiddleIsAResult() {
    voice.keys(Prompt.P80_SITE_CODE, orbCode).at(Prompt.P86_HOW_MANY, new Heard.CallerGone());

    assertThat(calls()).isEqualTo(new IntakeResult.CallerGone());
    assertThat(house.group(ORB).updatedAt()).isNull();
  }

  @Test
  void guessingIsLockedOutAndToldTheWayToAHumanAndAShelterIsNot() {
    Recipient orb = house.number("+33465710016");
    house.asks("site-orb", AskBy.SMS, orb);
    for (int call = 0; call < 10; call++) {
      calls(
          new ScriptedVoice()
              .at(Prompt.P16_PARTNERS, new Heard.Key('2'))
              .keys(Prompt.P80_SITE_CODE, "000000", "000001", "000002"),
          from(house.number("+3346571%04d".formatted(1_000 + call))));
    }
    ScriptedVoice stranger =
        new ScriptedVoice()
            .at(Prompt.P16_PARTNERS, new Heard.Key('2'))
            .keys(Prompt.P80_SITE_CODE, orbCode)
            .keys(Prompt.P86_HOW_MANY, "9")
            .keys(Prompt.P89_CONFIRM, "1");

    IntakeResult locked = calls(stranger, hidden());
    voice
        .keys(Prompt.P80_SITE_CODE, orbCode)
        .keys(Prompt.P86_HOW_MANY, "2")
        .keys(Prompt.P89_CONFIRM, "1")
        .at(Prompt.P16_PARTNERS, new Heard.Key('2'));
    IntakeResult own = calls(voice, from(orb));

    assertThat(locked).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(stranger.said()).contains(Prompt.P83_TOO_MANY_CODES, Prompt.P82_TO_A_HUMAN);
    assertThat(own).isEqualTo(new IntakeResult.Served(Language.FR));
    assertThat(house.free(ORB)).isEqualTo(2);
  }

  @Test
  void aNewCodeEndsTheOldOneAndIsKeptOnlyHashed() {
    String newer = code("site-orb");

    voice.keys(Prompt.P80_SITE_CODE, orbCode, orbCode, orbCode);

    assertThat(calls()).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.said()).contains(Prompt.P81_WRONG_CODE);
    assertThat(
            house.database.<String>with(handle ->
                handle
                    .createQuery("SELECT string_agg(c::text, '') FROM site_channel c")
                    .mapTo(String.class)
                    .one()))
        .doesNotContain(newer);
  }

  @Test
  void whileTheRecordsAreAwayAHumanTakesIt() {
    house.database.close();

    voice.keys(Prompt.P80_SITE_CODE, orbCode);

    assertThat(calls()).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.said()).contains(Prompt.P91_NOT_NOTED, Prompt.P82_TO_A_HUMAN);
  }

  @Test
  void theThrottleForgetsAndIsBounded() {
    CodeThrottle throttle = new CodeThrottle(house.clock);
    for (int i = 0; i < CodeThrottle.ENTRIES_MAX + 100; i++) {
      throttle.failed(java.util.Optional.of(house.number("+334657%05d".formatted(i)).key()), true);
    }
    var one = java.util.Optional.of(house.number("+33465710010").key());
    for (int i = 0; i < CodeThrottle.FREE_FOR_CALLER; i++) {
      throttle.failed(one, true);
    }
    boolean locked = throttle.isLocked(one, true);
    house.clock.tick(Duration.ofHours(25));

    assertThat(throttle.size()).isLessThanOrEqualTo(CodeThrottle.ENTRIES_MAX);
    assertThat(locked).isTrue();
    assertThat(throttle.isLocked(one, true)).isFalse();
  }
}
