package org.hotline115.callflow.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.JdbcAuditTrail;
import org.hotline115.callflow.access.TickingClock;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.call.CallMetrics;
import org.hotline115.callflow.call.CallRules;
import org.hotline115.callflow.call.FactSpool;
import org.hotline115.callflow.call.JdbcCallStore;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.caller.CallerTestKit;
import org.hotline115.callflow.caller.JdbcCallerStore;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.caller.PhoneNumbers;
import org.hotline115.callflow.intake.Heard;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Prompt;
import org.hotline115.callflow.intake.Verb;
import org.hotline115.callflow.intake.Voice;
import org.hotline115.callflow.queue.KeepPlace;
import org.hotline115.callflow.store.Database;
import org.hotline115.callflow.store.TestServers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The talk about a callback, with a caller who answers what he hears by keypad. */
class CallbackMenuIT {

  private static final PhoneNumber FIXED = new PhoneNumber("+33465710081");

  private final TickingClock clock = new TickingClock();
  private final Database database = TestServers.database();
  private final Keys caller = new Keys();
  private CallbackFeature callbacks;

  /** Answers a prompt by a key or by digits; silent otherwise. */
  private static final class Keys implements Voice {

    private final Map<Prompt, Heard> answers = new EnumMap<>(Prompt.class);
    private final List<Verb> heard = new ArrayList<>();

    Keys press(Prompt prompt, char key) {
      answers.put(prompt, new Heard.Key(key));
      return this;
    }

    Keys type(Prompt prompt, String digits) {
      answers.put(prompt, new Heard.Digits(digits));
      return this;
    }

    Keys hangsUpAt(Prompt prompt) {
      answers.put(prompt, new Heard.CallerGone());
      return this;
    }

    @Override
    public Heard perform(Verb verb) {
      heard.add(verb);
      Heard silence = new Heard.Silence();
      return switch (verb) {
        case Verb.Say(Prompt prompt, Language _) -> answers.getOrDefault(prompt, silence);
        case Verb.AskDigit(Prompt prompt, Language _) -> answers.getOrDefault(prompt, silence);
        case Verb.AskDigits(Prompt prompt, Language _, int _) ->
            answers.getOrDefault(prompt, silence);
        case Verb.SayWith _,
            Verb.SayNumber _,
            Verb.SayDigits _,
            Verb.ChooseLanguage _,
            Verb.JoinQueue _,
            Verb.LeaveWithPromise _,
            Verb.HandOffToRescue _,
            Verb.EndCall _ ->
            silence;
      };
    }

    @Override
    public Duration length(Verb verb) {
      return Duration.ZERO;
    }
  }

  @BeforeEach
  void build(@TempDir Path folder) {
    JdbcCallStore store = new JdbcCallStore(database, CallRules.DEFAULTS);
    JdbcCallerStore callerStore = new JdbcCallerStore(database, CallerTestKit.callers());
    callbacks =
        new CallbackFeature(
            new CallbackFeature.Ground(
                database,
                CallerTestKit.callers(),
                callerStore,
                new RecordCall(
                    store,
                    callerStore,
                    new FactSpool(folder.resolve("spool"), 100),
                    CallRules.DEFAULTS,
                    new CallMetrics(new SimpleMeterRegistry())),
                new PhoneNumbers("FR"),
                new JdbcAuditTrail(database),
                clock,
                ZoneId.of("Europe/Paris")),
            CallbackRules.DEFAULTS,
            new InMemoryCallbackExchange(),
            new CallbackTexts() {
              @Override
              public void ticket(Callback callback) {}

              @Override
              public void failed(Callback callback) {}
            },
            new KeepPlace(store, Duration.ofMinutes(10), clock));
  }

  @AfterEach
  void close() {
    callbacks.close();
    database.close();
  }

  private MenuResult lead(Occasion occasion, @Nullable PhoneNumber number) {
    return callbacks
        .menu()
        .lead(
            caller,
            new Turn(
                new CallId("hotline1-1795352221.81"),
                "public",
                "public",
                number,
                Language.FR,
                clock.instant()),
            occasion);
  }

  private List<Callback> owed() {
    return callbacks.readCallbacks().owed().stream().map(ReadCallbacks.Seen::callback).toList();
  }

  @Test
  void whereItIsFullThreeThingsAreAskedAndANumberIsGivenToQuote() {
    caller
        .press(Prompt.P09_FULL, '2')
        .type(Prompt.P43_HOW_MANY, "4")
        .type(Prompt.P44_CHILDREN, "03")
        .type(Prompt.P45_WHERE, "34000");

    assertThat(lead(Occasion.FULL, FIXED)).isInstanceOf(MenuResult.Promised.class);

    assertThat(owed())
        .singleElement()
        .extracting(Callback::answers)
        .isEqualTo(new Answers(4, 3, "34000"));
    assertThat(caller.heard)
        .contains(new Verb.SayDigits(owed().getFirst().code(), Language.FR))
        .endsWith(new Verb.LeaveWithPromise(Language.FR));
  }

  @Test
  void whatIsNotAnsweredOrIsNoAnswerStaysUnsaidAndThePromiseIsMadeAllTheSame() {
    caller.press(Prompt.P09_FULL, '2').type(Prompt.P43_HOW_MANY, "0").type(Prompt.P45_WHERE, "340");

    assertThat(lead(Occasion.FULL, FIXED)).isInstanceOf(MenuResult.Promised.class);

    assertThat(owed()).singleElement().extracting(Callback::answers).isEqualTo(Answers.NONE);
  }

  @Test
  void whoSaysNothingWaitsOnAndWhoPressesOneIsInDanger() {
    assertThat(lead(Occasion.FULL, FIXED)).isInstanceOf(MenuResult.WaitsOn.class);
    caller.press(Prompt.P09_FULL, '1');
    assertThat(lead(Occasion.FULL, FIXED)).isInstanceOf(MenuResult.HandedOff.class);
    assertThat(owed()).isEmpty();
  }

  @Test
  void atTheLongestWaitTheCallIsPromisedByItself() {
    assertThat(lead(Occasion.MAX_WAIT, FIXED)).isInstanceOf(MenuResult.Promised.class);

    assertThat(caller.heard).startsWith(new Verb.Say(Prompt.P10_MAXWAIT, Language.FR));
    assertThat(owed()).hasSize(1);
  }

  @Test
  void atTheLongestWaitWhoShowsNoNumberMayKeyOneAndWaitsOnWhenNot() {
    assertThat(lead(Occasion.MAX_WAIT, null)).isInstanceOf(MenuResult.WaitsOn.class);
    assertThat(owed()).isEmpty();

    caller.type(Prompt.P24_OTHER_NUMBER, "0465710082").press(Prompt.P27_CONFIRM, '2');

    assertThat(lead(Occasion.MAX_WAIT, null)).isInstanceOf(MenuResult.Promised.class);
    assertThat(caller.heard).contains(new Verb.SayDigits("0465710082", Language.FR));
  }

  @Test
  void whoHangsUpWhileHeIsToldIsOwedHisCallAndBeforeItNothing() {
    caller.press(Prompt.P09_FULL, '2').hangsUpAt(Prompt.P44_CHILDREN);
    assertThat(lead(Occasion.FULL, FIXED)).isInstanceOf(MenuResult.CallerGone.class);
    assertThat(owed()).isEmpty();

    caller.type(Prompt.P44_CHILDREN, "1").hangsUpAt(Prompt.P07_QUOTE);
    assertThat(lead(Occasion.FULL, FIXED)).isInstanceOf(MenuResult.Promised.class);
    assertThat(owed()).hasSize(1);
  }
}
