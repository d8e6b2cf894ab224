package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.IntakeResult;
import org.hotline115.callflow.intake.Language;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.callflow.intake.Voice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads one caller through the menu. The edge for everything that can go wrong in it: whatever it
 * is, the script just ends, and the dialplan takes the caller into the queue.
 */
final class MenuScript implements AgiScript {

  private static final Logger log = LoggerFactory.getLogger(MenuScript.class);

  private final IncomingCalls calls;
  private final Menus menus;
  private final BiFunction<AgiChannel, IncomingCall, Voice> voices;
  private final Consumer<CallFact> facts;
  private final InstantSource clock;
  private final MeterRegistry registry;
  private final Set<CallId> led = ConcurrentHashMap.newKeySet();

  MenuScript(
      IncomingCalls calls,
      Menus menus,
      BiFunction<AgiChannel, IncomingCall, Voice> voices,
      Consumer<CallFact> facts,
      InstantSource clock,
      MeterRegistry registry) {
    this.calls = calls;
    this.menus = menus;
    this.voices = voices;
    this.facts = facts;
    this.clock = clock;
    this.registry = registry;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    Optional<IncomingCall> incoming = calls.of(request);
    if (incoming.isEmpty() || !led.add(incoming.get().id())) {
      count("refused");
      log.atWarn().log("a FastAGI request without a call of its own is refused");
      return;
    }
    CallId call = incoming.get().id();
    try {
      IntakeResult result = menus.of(incoming.get()).lead(voices.apply(channel, incoming.get()));
      count(result.getClass().getSimpleName());
      switch (result) {
        case IntakeResult.Queued(Language language) -> chose(call, language);
        case IntakeResult.Served(Language language) -> chose(call, language);
        case IntakeResult.HandedOff(Language language) -> {
          chose(call, language);
          facts.accept(
              new CallFact.EmergencyHandoff(call, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
        case IntakeResult.CallerGone _ -> {}
      }
    } catch (RuntimeException e) {
      count("failed");
      log.atError()
          .setCause(e)
          .addKeyValue("callId", call)
          .log("a menu failed, the caller is taken into the queue");
    } finally {
      led.remove(call);
    }
  }

  private void chose(CallId call, Language language) {
    facts.accept(
        new CallFact.LanguageChosen(
            call, clock.instant().truncatedTo(ChronoUnit.MICROS), language.code()));
  }

  private void count(String outcome) {
    registry.counter("callflow_intake_calls", "outcome", outcome).increment();
  }
}
