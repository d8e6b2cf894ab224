package org.hotline115.callflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.caller.CallerIdState;
import org.hotline115.callflow.caller.CallerIdentity;
import org.hotline115.callflow.line.Line;
import org.hotline115.callflow.line.LineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MenusTest {

  private final Menus menus = new Menus(_ -> OptionalInt.empty());
  private final InMemoryVoice voice = new InMemoryVoice();

  private static IncomingCall calls(LineKind kind) {
    String code = kind.name().toLowerCase(java.util.Locale.ROOT);
    return new IncomingCall(
        new CallId("hotline1-1.1"),
        new Line(code, kind, code, Set.of("34"), List.of("0465710115"), code),
        "0465710115",
        CallerIdentity.without(CallerIdState.WITHHELD));
  }

  @ParameterizedTest
  @EnumSource
  void onEveryLineDoingNothingLeadsToItsOwnQueue(LineKind kind) {
    assertThat(menus.of(calls(kind)).lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed)
        .endsWith(new Verb.JoinQueue(calls(kind).line().queue(), Language.FR));
  }

  @ParameterizedTest
  @EnumSource
  void onEveryLineKeyOneIsDanger(LineKind kind) {
    voice.press(0, '1');

    assertThat(menus.of(calls(kind)).lead(voice))
        .isEqualTo(new IntakeResult.HandedOff(Language.FR));
  }

  @ParameterizedTest
  @EnumSource
  void onEveryLineWhoIsGoneIsAResult(LineKind kind) {
    voice.at(0, new Heard.CallerGone());

    assertThat(menus.of(calls(kind)).lead(voice)).isEqualTo(new IntakeResult.CallerGone());
  }

  @Test
  void professionalsHearOneSentenceAndTheirWait() {
    Menus honest = new Menus(queue -> OptionalInt.of(7));

    honest.of(calls(LineKind.PROFESSIONAL)).lead(voice);

    assertThat(voice.performed)
        .containsExactly(
            new Verb.AskDigit(Prompt.P12_PRO, Language.FR),
            new Verb.SayWith(Prompt.P05_ESTIMATE, 7, Language.FR),
            new Verb.JoinQueue("professional", Language.FR));
  }

  @Test
  void aFeatureBringsItsOwnMenuForAKindOfLine() {
    menus.bring(LineKind.PARTNER_SITES, _ -> _ -> new IntakeResult.Served(Language.FR));

    assertThat(menus.of(calls(LineKind.PARTNER_SITES)).lead(voice))
        .isEqualTo(new IntakeResult.Served(Language.FR));
  }
}
