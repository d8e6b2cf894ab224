package org.hotline115.gateway;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.function.Consumer;
import org.hotline115.callflow.message.MessageFeature;
import org.hotline115.gateway.web.MessageRoutes;
import org.hotline115.gateway.web.Routes;

/**
 * Texts: the list of what was sent, and where the provider tells what became of them.
 *
 * @param demo everybody may read the words: they are invented
 */
public record MessageWing(MessageFeature messages, boolean demo, List<Consumer<Router>> webhooks)
    implements Wing {

  public MessageWing {
    webhooks = List.copyOf(webhooks);
  }

  @Override
  public List<Routes> routes() {
    return List.of(new MessageRoutes(messages.readMessages(), demo));
  }

  @Override
  public void start(Jobs jobs) {
    messages.start();
  }

  @Override
  public void close() {
    messages.close();
  }
}
