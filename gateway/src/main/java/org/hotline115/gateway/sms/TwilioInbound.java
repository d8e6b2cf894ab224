package org.hotline115.gateway.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hotline115.callflow.message.ReceiveText;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;

/**
 * Where Twilio hands us what people write: {@code POST /webhooks/twilio/inbound}. Written down
 * before the answer; a text that could not be written is 503, and Twilio comes again.
 */
public final class TwilioInbound implements Consumer<Router> {

  static final String PATH = "/webhooks/twilio/inbound";

  /** Ten segments and more; what is longer is no text message. */
  private static final int BODY_LENGTH_MAX = 2_000;

  private final TwilioDoor door;
  private final ReceiveText receiveText;
  private final Function<String, Optional<Recipient>> senderOf;

  /** {@code senderOf}: nothing for a name or a short code, which cannot be answered. */
  public TwilioInbound(
      UseCases useCases,
      ReceiveText receiveText,
      Function<String, Optional<Recipient>> senderOf,
      GatewayConfig.Twilio settings,
      URI publicUrl,
      MeterRegistry metrics) {
    this.door =
        new TwilioDoor(useCases, settings, publicUrl, metrics, "gateway_inbound_webhook_total");
    this.receiveText = receiveText;
    this.senderOf = senderOf;
  }

  @Override
  public void accept(Router router) {
    door.open(router.post(PATH), this::note);
  }

  private int note(String nothing, Map<String, String> form) {
    String body = form.getOrDefault("Body", "");
    receiveText.run(
        form.getOrDefault("MessageSid", ""),
        senderOf.apply(form.getOrDefault("From", "")).orElse(null),
        body.length() > BODY_LENGTH_MAX ? body.substring(0, BODY_LENGTH_MAX) : body);
    return TwilioDoor.DONE;
  }
}
