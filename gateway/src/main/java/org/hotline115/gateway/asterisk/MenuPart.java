package org.hotline115.gateway.asterisk;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.asteriskjava.fastagi.AgiScript;
import org.hotline115.callflow.call.CallFact;
import org.hotline115.callflow.intake.Menus;
import org.hotline115.callflow.queue.KeepPlace;
import org.hotline115.callflow.queue.LiveQueues;
import org.hotline115.gateway.config.GatewayConfig;

/** The wiring of what callers hear before the queue: prompts, menus, and the port for FastAGI. */
final class MenuPart implements AutoCloseable {

  private final boolean enabled;
  private final Menus menus;
  private final MenuServer server;

  /** Where a call comes from, what watches over it, and where it goes. */
  record Ground(
      IncomingCalls calls,
      Watchdog watchdog,
      LiveQueues queues,
      KeepPlace keepPlace,
      Consumer<CallFact> facts,
      InstantSource clock,
      MeterRegistry registry) {}

  /**
   * @throws Prompts.PromptsMissing naming every sound that is not there
   */
  MenuPart(GatewayConfig.Telephone telephone, Ground ground) {
    enabled = telephone.enabled();
    if (!enabled) {
      menus = new Menus(_ -> OptionalInt.empty());
      server = server(telephone, (_, _) -> {}, ground.registry());
      return;
    }
    Prompts prompts = Prompts.in(telephone.promptsFolder());
    menus = new Menus(queue -> outlook(ground.queues(), queue, prompts));
    KeptPlaces places = new KeptPlaces(ground.keepPlace(), ground.facts(), ground.clock());
    MenuScript script =
        new MenuScript(
            ground.calls(),
            menus,
            (channel, call) ->
                new AgiVoice(channel, prompts, ground.watchdog(), places.lookFor(call)),
            ground.facts(),
            ground.clock(),
            ground.registry());
    server = server(telephone, script, ground.registry());
  }

  private static MenuServer server(
      GatewayConfig.Telephone telephone, AgiScript script, MeterRegistry registry) {
    try {
      return new MenuServer(telephone.fastAgi(), script, registry);
    } catch (IOException e) {
      throw new UncheckedIOException("the address of FastAGI is unknown", e);
    }
  }

  private static OptionalInt outlook(LiveQueues queues, String queue, Prompts prompts) {
    int position = queues.nextPosition(queue);
    if (position == 0) {
      return OptionalInt.empty();
    }
    OptionalInt minutes = queues.estimateMinutes(queue, position);
    return minutes.isPresent() && minutes.getAsInt() <= prompts.highestNumber()
        ? minutes
        : OptionalInt.empty();
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
