package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiRequest;
import org.asteriskjava.fastagi.AgiScript;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.intake.Intake;
import org.hotline115.callflow.intake.IntakeResult;
import org.hotline115.callflow.intake.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads one caller through the menu. The edge for everything that can go wrong in it: whatever it
 * is, the script just ends, and the dialplan takes the caller into the queue.
 */
final class MenuScript implements AgiScript {

  private static final Logger log = LoggerFactory.getLogger(MenuScript.class);

  private final Intake intake;
  private final Prompts prompts;
  private final Watchdog watchdog;
  private final Consumer<CallFact> facts;
  private final InstantSource clock;
  private final MeterRegistry registry;
  private final Set<CallId> led = ConcurrentHashMap.newKeySet();

  MenuScript(
      Intake intake,
      Prompts prompts,
      Watchdog watchdog,
      Consumer<CallFact> facts,
      InstantSource clock,
      MeterRegistry registry) {
    this.intake = intake;
    this.prompts = prompts;
    this.watchdog = watchdog;
    this.facts = facts;
    this.clock = clock;
    this.registry = registry;
  }

  @Override
  public void service(AgiRequest request, AgiChannel channel) {
    Optional<CallId> call = AmiFacts.call(null, request.getUniqueId());
    if (call.isEmpty() || request.getChannel() == null || !led.add(call.get())) {
      count("refused");
      log.atWarn().log("a FastAGI request without a call of its own is refused");
      return;
    }
    try {
      IntakeResult result = intake.lead(new AgiVoice(channel, prompts, watchdog));
      count(result.getClass().getSimpleName());
      switch (result) {
        case IntakeResult.Queued(Language language) -> chose(call.get(), language);
        case IntakeResult.HandedOff(Language language) -> {
          chose(call.get(), language);
          facts.accept(
              new CallFact.EmergencyHandoff(
                  call.get(), clock.instant().truncatedTo(ChronoUnit.MICROS)));
        }
        case IntakeResult.CallerGone _ -> {}
      }
    } catch (RuntimeException e) {
      count("failed");
      log.atError()
          .setCause(e)
          .addKeyValue("callId", call.get())
          .log("a menu failed, the caller is taken into the queue");
    } finally {
      led.remove(call.get());
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
