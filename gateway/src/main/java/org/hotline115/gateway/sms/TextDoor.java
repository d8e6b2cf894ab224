package org.hotline115.gateway.sms;

import io.vertx.ext.web.Router;
import java.util.function.Consumer;
import org.hotline115.callflow.message.RefusedWebhook;

/** Where a provider tells us something, and what it refused earlier is shown to it again. */
public interface TextDoor extends Consumer<Router> {

  /** True when it is meant for this door, is rightly signed by today's settings, and was noted. */
  boolean takes(RefusedWebhook refused);
}
