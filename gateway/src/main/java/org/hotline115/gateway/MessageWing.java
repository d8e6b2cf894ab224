package org.hotline115.gateway;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.gateway.sms.TextDoor;
import org.hotline115.gateway.web.MessageRoutes;
import org.hotline115.gateway.web.Routes;

/**
 * Texts: the list of what was sent, and where the provider tells what became of them.
 *
 * @param demo everybody may read the words: they are invented
 */
public record MessageWing(MessageFeature messages, boolean demo, List<TextDoor> doors)
    implements Wing {

  private static final Duration REFUSED_LOOKED_AT_EVERY = Duration.ofMinutes(1);

  public MessageWing {
    doors = List.copyOf(doors);
  }

  @Override
  public List<Routes> routes() {
    return List.of(new MessageRoutes(messages.readMessages(), demo));
  }

  @Override
  public List<Consumer<Router>> webhooks() {
    return List.copyOf(doors);
  }

  @Override
  public void start(Jobs jobs) {
    messages.start();
    jobs.every(REFUSED_LOOKED_AT_EVERY, "refused webhooks", this::replayRefused);
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
