package org.hotline115.callflow.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {

  private static final Verb WELCOME = new Verb.Say(Prompt.P01_WELCOME, Language.FR);
  private static final Verb DANGER = new Verb.Say(Prompt.P02_DANGER, Language.FR);
  private static final Verb LANGUAGES = new Verb.Say(Prompt.P03_LANG, Language.FR);
  private static final Verb NOTICE = new Verb.AskDigit(Prompt.P04_DATA, Language.FR);
  private static final Verb QUEUE = new Verb.JoinQueue("public", Language.FR);

  private final InMemoryVoice voice = new InMemoryVoice();
  private final Intake intake = new Intake("public", queue -> OptionalInt.empty());

  @Test
  void whoDoesNothingReachesTheQueue() {
    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).containsExactly(WELCOME, DANGER, LANGUAGES, NOTICE, QUEUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void keyOneHandsOverToTheRescueAtAnyTime(int saying) {
    voice.press(saying, '1');

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.HandedOff(Language.FR));
    assertThat(voice.performed).hasSize(saying + 2).endsWith(new Verb.HandOffToRescue(Language.FR));
  }

  @Test
  void keyFourSpeaksEnglishAndRepeatsTheDangerKey() {
    voice.press(0, '4');

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.Queued(Language.EN));
    assertThat(voice.performed)
        .containsExactly(
            WELCOME,
            new Verb.ChooseLanguage(Language.EN),
            new Verb.Say(Prompt.P02_DANGER, Language.EN),
            new Verb.AskDigit(Prompt.P04_DATA, Language.EN),
            new Verb.JoinQueue("public", Language.EN));
  }

  @ParameterizedTest
  @CsvSource({"4,EN", "5,ES", "6,AR", "7,RU", "8,FA"})
  void eachLanguageHasItsKeyAtAnyTime(char key, Language language) {
    voice.press(2, key);

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.Queued(language));
    assertThat(voice.performed)
        .contains(
            new Verb.ChooseLanguage(language),
            new Verb.Say(Prompt.P02_DANGER, language),
            new Verb.JoinQueue("public", language));
  }

  @Test
  void keyNineTellsTheRightsAndComesBack() {
    voice.press(3, '9');

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed)
        .endsWith(NOTICE, new Verb.Say(Prompt.P14_RIGHTS, Language.FR), QUEUE);
  }

  private static final Announcement NO_PLACE = new Announcement.Until(Prompt.P46_NOTHING_MEN, 14);
  private static final Announcement STAY = new Announcement.Plain(Prompt.P73_STAY_OR_LEAVE);

  private static Intake announcing(boolean mustWait) {
    WaitOutlook outlook =
        new WaitOutlook() {
          @Override
          public OptionalInt minutes(String queue) {
            return OptionalInt.empty();
          }

          @Override
          public boolean mustWait(String queue) {
            return mustWait;
          }
        };
    return new Intake(
        "public",
        outlook,
        Elsewhere.NOWHERE,
        RingingAgain.NOTHING_KNOWN,
        () -> List.of(NO_PLACE, STAY));
  }

  @Test
  void whoMustWaitHearsWhatHoldsInHisLanguageAndReachesTheQueue() {
    voice.press(0, '5');

    assertThat(announcing(true).lead(voice)).isEqualTo(new IntakeResult.Queued(Language.ES));
    assertThat(voice.performed)
        .endsWith(
            new Verb.SayWith(Prompt.P46_NOTHING_MEN, 14, Language.ES),
            new Verb.Say(Prompt.P73_STAY_OR_LEAVE, Language.ES),
            new Verb.JoinQueue("public", Language.ES));
  }

  @Test
  void whoNeedNotWaitIsKeptFromNobodyByAnAnnouncement() {
    assertThat(announcing(false).lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).containsExactly(WELCOME, DANGER, LANGUAGES, NOTICE, QUEUE);
  }

  @Test
  void anyKeyEndsTheAnnouncementsAndOneIsDanger() {
    voice.press(4, '2');
    assertThat(announcing(true).lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).endsWith(NO_PLACE.in(Language.FR), QUEUE);

    InMemoryVoice other = new InMemoryVoice().press(5, '1');
    assertThat(announcing(true).lead(other)).isEqualTo(new IntakeResult.HandedOff(Language.FR));
  }

  /** Knows one code, 2437. */
  private static final RingingAgain ONE_CODE =
      new RingingAgain() {
        @Override
        public Optional<Prompt> byNumber(IncomingCall call) {
          return Optional.empty();
        }

        @Override
        public Optional<Prompt> byCode(String digits) {
          return digits.equals("2437") ? Optional.of(Prompt.P76_REQUEST_STANDS) : Optional.empty();
        }
      };

  private static final Verb CODE = new Verb.AskDigits(Prompt.P74_CODE, Language.FR, 4);
  private static final Verb STANDS = new Verb.Say(Prompt.P76_REQUEST_STANDS, Language.FR);
  private static final Verb UNKNOWN = new Verb.Say(Prompt.P78_CODE_UNKNOWN, Language.FR);

  private static Intake asking() {
    return new Intake("public", _ -> OptionalInt.empty(), Elsewhere.NOWHERE, ONE_CODE, List::of);
  }

  @Test
  void whoHasACodeHearsWhereHisMatterStandsAndReachesTheQueue() {
    voice.press(0, '#').at(1, new Heard.Digits("2437"));

    assertThat(asking().lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).containsExactly(WELCOME, CODE, STANDS, QUEUE);
  }

  @Test
  void aSlipOfTheFingerIsMendedOnceAndNobodyMayGuessOn() {
    voice.press(0, '#').at(1, new Heard.Digits("2438")).at(3, new Heard.Digits("2437"));
    assertThat(asking().lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).containsExactly(WELCOME, CODE, UNKNOWN, CODE, STANDS, QUEUE);

    InMemoryVoice guesser =
        new InMemoryVoice().press(0, '#').at(1, new Heard.Digits("1")).at(3, new Heard.Digits("2"));
    assertThat(asking().lead(guesser)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(guesser.performed).containsExactly(WELCOME, CODE, UNKNOWN, CODE, UNKNOWN, QUEUE);
  }

  @Test
  void whoHasNoCodeOrHangsUpOrIsInDangerIsNotHeldByTheQuestion() {
    voice.press(0, '#');
    assertThat(asking().lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).containsExactly(WELCOME, CODE, QUEUE);

    InMemoryVoice inDanger =
        new InMemoryVoice().press(0, '#').at(1, new Heard.Digits("2437")).press(2, '1');
    assertThat(asking().lead(inDanger)).isEqualTo(new IntakeResult.HandedOff(Language.FR));
  }

  @Test
  void theDangerKeyWorksWhileTheRightsAreTold() {
    voice.press(0, '9').press(1, '1');

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.HandedOff(Language.FR));
  }

  @ParameterizedTest
  @ValueSource(chars = {'0', '2', '3', '*', '#'})
  void anyOtherKeySkipsAllTheRest(char key) {
    voice.press(0, key);

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.Queued(Language.FR));
    assertThat(voice.performed).containsExactly(WELCOME, QUEUE);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whoIsGoneIsAResultAndNothingMoreIsSaid(int saying) {
    voice.at(saying, new Heard.CallerGone());

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.CallerGone());
    assertThat(voice.performed).hasSize(saying + 1);
  }

  @Test
  void theDangerKeyWorksWhileAKeptPlaceIsTold() {
    voice.press(4, '1');

    assertThat(intake.lead(voice)).isEqualTo(new IntakeResult.HandedOff(Language.FR));
    assertThat(voice.performed).endsWith(QUEUE, new Verb.HandOffToRescue(Language.FR));
  }

  @Test
  void theWaitIsToldWhenItCanBeToldInTime() {
    Intake honest = new Intake("public", queue -> OptionalInt.of(12));

    honest.lead(voice);

    assertThat(voice.performed)
        .endsWith(new Verb.SayWith(Prompt.P05_ESTIMATE, 12, Language.FR), QUEUE);
  }

  @Test
  void theWaitIsNotToldWhenTheCallerHasListenedLongEnough() {
    Intake honest = new Intake("public", queue -> OptionalInt.of(12));
    voice.press(2, '4');

    honest.lead(voice);

    assertThat(voice.performed).noneMatch(Verb.SayWith.class::isInstance);
  }

  @Test
  void noSequenceOfKeysEverTrapsACaller() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      InMemoryVoice caller = new InMemoryVoice();
      for (int saying = 0; saying < 12; saying++) {
        if (random.nextBoolean()) {
          caller.press(saying, "023456789*#".charAt(random.nextInt(11)));
        }
      }
      assertThat(intake.lead(caller)).as("seed %d", seed).isInstanceOf(IntakeResult.Queued.class);
    }
  }
}
