package org.hotline115.callflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A caller of another département is told the right number, and counted. */
class ElsewhereTest {

  private static final Verb ASK = new Verb.AskDigits(Prompt.P34_DEPARTEMENT, Language.FR, 3);
  private static final Verb NUMBER = new Verb.SayDigits("0466000115", Language.FR);
  private static final Verb QUEUE = new Verb.JoinQueue("public", Language.FR);

  private final List<String> told = new ArrayList<>();
  private final InMemoryVoice voice = new InMemoryVoice();
  private final Intake intake =
      new Intake(
          "public",
          _ -> OptionalInt.empty(),
          new Elsewhere(Map.of("30", "0466000115"), Set.of("34"), told::add),
          RingingAgain.NOTHING_KNOWN,
          List::of);

  @Test
  void theNumberIsToldTwiceAndWhoStaysReachesUs() {
    voice.press(0, '*').at(1, new Heard.Digits("30"));

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed)
        .endsWith(
            ASK,
            new Verb.Say(Prompt.P35_OTHER_115, Language.FR),
            NUMBER,
            new Verb.Say(Prompt.P36_AGAIN, Language.FR),
            NUMBER,
            QUEUE);
    assertThat(told).containsExactly("30");
  }

  @Test
  void whoIsRightHereIsInTheQueueAtOnceAndNotCounted() {
    voice.press(3, '*').at(4, new Heard.Digits("34"));

    intake.lead(voice);

    assertThat(voice.performed).endsWith(ASK, QUEUE);
    assertThat(told).isEmpty();
  }

  @Test
  void aDepartementThatNobodyKnowsLeadsToAHuman() {
    voice.press(0, '*').at(1, new Heard.Digits("999"));

    intake.lead(voice);

    assertThat(voice.performed).endsWith(new Verb.Say(Prompt.P37_UNKNOWN, Language.FR), QUEUE);
    assertThat(told).isEmpty();
  }

  @Test
  void whoKeysNothingReachesTheQueue() {
    voice.press(0, '*');

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).endsWith(ASK, QUEUE);
  }

  @Test
  void theDangerKeyWorksWhileTheNumberIsTold() {
    voice.press(0, '*').at(1, new Heard.Digits("30")).press(3, '1');

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.HandedOff(Language.FR));
  }

  @Test
  void whoHangsUpWithTheRightNumberIsGone() {
    voice.press(0, '*').at(1, new Heard.Digits("30")).at(3, new Heard.CallerGone());

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.CallerGone());
    assertThat(told).containsExactly("30");
  }
}
