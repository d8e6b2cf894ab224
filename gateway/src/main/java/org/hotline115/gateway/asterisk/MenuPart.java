package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiScript;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.caller.CallerKey;
import org.hotline115.callflow.caller.Callers;
import org.hotline115.callflow.intake.IncomingCall;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.callflow.queue.LiveQueues;
import org.hotline115.gateway.AskedAside;
import org.hotline115.gateway.config.GatewayConfig;
import org.jspecify.annotations.Nullable;

/** The wiring of what callers hear before the queue: prompts, menus, and the port for FastAGI. */
final class MenuPart implements AutoCloseable {

  private final boolean enabled;
  private final Menus menus;
  private final MenuServer server;
  private final Map<String, AgiScript> scripts = new ConcurrentHashMap<>();
  private final Ground ground;
  private final @Nullable Prompts prompts;
  private volatile Function<CallerKey, Optional<String>> languages = _ -> Optional.empty();

  /** Where a call comes from, what watches over it, and where it goes. */
  record Ground(
      IncomingCalls calls,
      Watchdog watchdog,
      LiveQueues queues,
      Consumer<CallFact> facts,
      InstantSource clock,
      MeterRegistry registry) {}

  /**
   * Reads the prompts; opens nothing yet.
   *
   * @throws Prompts.PromptsMissing naming every sound that is not there
   */
  MenuPart(GatewayConfig.Telephone telephone, Ground ground) {
    this.ground = ground;
    enabled = telephone.enabled();
    if (!enabled) {
      prompts = null;
      menus = new Menus(_ -> OptionalInt.empty());
      server = server(telephone);
      return;
    }
    Prompts read = Prompts.in(telephone.promptsFolder());
    prompts = read;
    menus = new Menus(new QueueOutlook(ground.queues(), read.highestNumber()));
    lead((_, _, _) -> Optional.empty());
    server = server(telephone);
  }

  private void lead(KeptPlaces.Places places) {
    KeptPlaces kept = new KeptPlaces(places, ground.facts(), ground.clock());
    scripts.put(
        "hotline",
        new MenuScript(
            ground.calls(),
            menus,
            (channel, call) -> voice(channel, kept.lookFor(call), languageOf(call)),
            ground.facts(),
            ground.clock(),
            ground.registry()));
  }

  private AgiVoice voice(AgiChannel channel, PlaceLookup place, AskedAside<String> spoken) {
    return new AgiVoice(
        channel, Objects.requireNonNull(prompts, "no telephone"), ground.watchdog(), place, spoken);
  }

  private AskedAside<String> languageOf(IncomingCall call) {
    CallerKey caller = call.caller().key();
    return new AskedAside<>(
        "spoken-language", () -> caller == null ? Optional.empty() : languages.apply(caller));
  }

  /** From now on who is known to speak a language waits for it without a key. */
  void know(Function<CallerKey, Optional<String>> spoken) {
    languages = spoken;
  }

  /** From now on places are kept, and callbacks spoken of. Before {@link #begin}. */
  void offer(CallbackFeature callbacks, RecordCall calls, Callers callers) {
    if (!enabled) {
      return;
    }
    CallbackScript talks =
        new CallbackScript(
            callbacks.menu(),
            new CallbackScript.Ground(
                ground.calls(),
                calls,
                callers,
                (channel, _) ->
                    voice(
                        channel,
                        new PlaceLookup(Optional::empty, _ -> {}),
                        new AskedAside<>("spoken-language", Optional::empty)),
                ground.facts(),
                ground.clock()));
    scripts.put("callback", talks);
    lead(callbacks.findPlace()::of);
  }

  private MenuServer server(GatewayConfig.Telephone telephone) {
    try {
      return new MenuServer(telephone.fastAgi(), scripts, ground.registry());
    } catch (IOException e) {
      throw new UncheckedIOException("the address of FastAGI is unknown", e);
    }
  }

  Menus menus() {
    return menus;
  }

  void begin() throws IOException {
    server.begin();
  }

  @Override
  public void close() {
    if (enabled) {
      server.close();
    }
  }
}
