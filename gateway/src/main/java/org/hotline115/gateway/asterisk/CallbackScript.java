package org.hotline115.gateway.asterisk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.QueueExit;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.callback.CallbackMenu;
import org.hotline115.callflow.callback.MenuResult;
import org.hotline115.callflow.callback.Occasion;
import org.hotline115.callflow.callback.Turn;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.caller.SealedNumber;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Voice;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks with a waiting caller about a callback. The edge for everything that can go wrong in it:
 * the script just ends, and the dialplan puts the caller back where he stood.
 */
final class CallbackScript implements AgiScript {

  private static final Logger log = LoggerFactory.getLogger(CallbackScript.class);

  private final CallbackMenu menu;
  private final IncomingCalls incomingCalls;
  private final RecordCall calls;
  private final Callers callers;
  private final BiFunction<AgiChannel, IncomingCall, Voice> voices;
  private final Consumer<CallFact> facts;
  private final InstantSource clock;

  /** What the talk rests on. */
  record Ground(
      IncomingCalls incomingCalls,
      RecordCall calls,
      Callers callers,
      BiFunction<AgiChannel, IncomingCall, Voice> voices,
      Consumer<CallFact> facts,
      InstantSource clock) {}

  CallbackScript(CallbackMenu menu, Ground ground) {
    this.menu = menu;
    this.incomingCalls = ground.incomingCalls();
    this.calls = ground.calls();
    this.callers = ground.callers();
    this.voices = ground.voices();
    this.facts = ground.facts();
    this.clock = ground.clock();
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    Optional<IncomingCall> incoming = incomingCalls.of(request);
    Optional<Occasion> occasion = occasion(request);
    if (incoming.isEmpty() || occasion.isEmpty()) {
      log.atWarn().log("a FastAGI request about a callback without a call is refused");
      return;
    }
    IncomingCall call = incoming.get();
    try {
      MenuResult result =
          menu.lead(voices.apply(channel, call), turn(call, channel), occasion.get());
      log.atInfo()
          .addKeyValue("callId", call.id())
          .addKeyValue("occasion", occasion.get())
          .addKeyValue("outcome", result.getClass().getSimpleName())
          .log("a callback was spoken of");
      tell(call, occasion.get(), result);
    } catch (AgiException | RuntimeException e) {
      log.atError()
          .setCause(e)
          .addKeyValue("callId", call.id())
          .log("a talk about a callback failed, the caller waits on");
    }
  }

  private static Optional<Occasion> occasion(AgiRequest request) {
    String[] arguments = request.getArguments();
    return switch (arguments == null || arguments.length < 2 ? "" : arguments[1]) {
      case "this" -> Optional.of(Occasion.THIS_NUMBER);
      case "other" -> Optional.of(Occasion.OTHER_NUMBER);
      case "full" -> Optional.of(Occasion.FULL);
      case "maxwait" -> Optional.of(Occasion.MAX_WAIT);
      default -> Optional.empty();
    };
  }

  private Turn turn(IncomingCall call, AgiChannel channel) throws AgiException {
    return new Turn(
        call.id(),
        call.line().code(),
        word(channel.getVariable("HOTLINE_QUEUE"), call.line().queue()),
        number(call),
        language(channel.getVariable("HOTLINE_LANG")),
        rank(call, channel.getVariable("HOTLINE_RANK")));
  }

  /**
   * To the microsecond when we know the call, to the second as the exchange has it otherwise. Its 0
   * is no time: whom the rescue did not answer stands before all, and his promise must not be born
   * expired.
   */
  private Instant rank(IncomingCall call, @Nullable String seconds) {
    Instant byExchange =
        seconds == null || !seconds.matches("[1-9][0-9]{0,11}")
            ? now()
            : Instant.ofEpochSecond(Long.parseLong(seconds));
    return calls.live(call.id()).map(Call::rank).map(rank -> rank.at()).orElse(byExchange);
  }

  private @Nullable PhoneNumber number(IncomingCall call) {
    CallerKey key = call.caller().key();
    SealedNumber sealed = call.caller().number();
    return key == null || sealed == null ? null : callers.reveal(key, sealed);
  }

  private static Language language(@Nullable String code) {
    for (Language language : Language.values()) {
      if (language.code().equals(code)) {
        return language;
      }
    }
    return Language.FR;
  }

  private static String word(@Nullable String said, String otherwise) {
    return said == null || said.isEmpty() ? otherwise : said;
  }

  private void tell(IncomingCall call, Occasion occasion, MenuResult result) {
    switch (result) {
      case MenuResult.Promised _ ->
          facts.accept(new CallFact.LeftQueue(call.id(), now(), exit(occasion)));
      case MenuResult.HandedOff _ -> facts.accept(new CallFact.EmergencyHandoff(call.id(), now()));
      case MenuResult.WaitsOn _, MenuResult.CallerGone _ -> {}
    }
  }

  /** Who was promised a callback at the door never was in the queue: it was full for him. */
  private static QueueExit exit(Occasion occasion) {
    return switch (occasion) {
      case THIS_NUMBER, OTHER_NUMBER -> QueueExit.FOR_CALLBACK;
      case FULL -> QueueExit.FULL;
      case MAX_WAIT -> QueueExit.TIMED_OUT;
    };
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
