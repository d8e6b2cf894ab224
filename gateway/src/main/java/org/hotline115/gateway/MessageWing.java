package org.hotline115.gateway;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.gateway.sms.TextDoor;
import org.hotline115.gateway.web.MessageRoutes;
import org.hotline115.gateway.web.Routes;
import org.hotline115.gateway.web.TextAlertRoutes;

/**
 * Texts: the list of what was sent, where the provider tells what became of them, and what people
 * wrote that somebody must read.
 */
public final class MessageWing implements Wing {

  private static final Duration REFUSED_LOOKED_AT_EVERY = Duration.ofMinutes(1);
  private static final Duration ALERTS_LOOKED_AT_EVERY = Duration.ofSeconds(2);

  private final MessageFeature messages;
  private final boolean demo;
  private final List<TextDoor> doors;
  private final TextAlertRoutes alerts;

  /** {@code demo}: everybody may read the words, for they are invented. */
  public MessageWing(
      MessageFeature messages, DisplayNames names, boolean demo, List<TextDoor> doors) {
    this.messages = messages;
    this.demo = demo;
    this.doors = List.copyOf(doors);
    this.alerts = new TextAlertRoutes(messages.textAlerts(), names);
  }

  @Override
  public List<Routes> routes() {
    return List.of(new MessageRoutes(messages.readMessages(), demo), alerts);
  }

  @Override
  public List<Consumer<Router>> webhooks() {
    return List.copyOf(doors);
  }

  @Override
  public void start(Jobs jobs, BiConsumer<String, Object> tellDesks) {
    messages.start();
    jobs.every(REFUSED_LOOKED_AT_EVERY, "refused webhooks", this::replayRefused);
    jobs.news(
        ALERTS_LOOKED_AT_EVERY,
        "texts of distress on desks",
        List.of(),
        alerts::open,
        now -> tellDesks.accept("textAlerts", now));
  }

  private void replayRefused() {
    messages
        .refusedWebhooks()
        .replay(refused -> doors.stream().anyMatch(door -> door.takes(refused)));
  }

  @Override
  public void close() {
    messages.close();
  }
}
