package org.hotline115.gateway.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.hotline115.callflow.message.InboundText;
import org.hotline115.callflow.message.ReceiveText;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.RefusedWebhook;
import org.hotline115.callflow.message.RefusedWebhooks;
import org.hotline115.gateway.UseCases;

/**
 * Where Twilio hands us what people write: {@code POST /webhooks/twilio/inbound}. Written down
 * before the answer; a text that could not be written is 503, and Twilio comes again.
 */
public final class TwilioInbound implements TextDoor {

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
      RefusedWebhooks refused,
      TwilioSettings settings,
      MeterRegistry metrics) {
    this.door =
        new TwilioDoor(useCases, settings, refused, metrics, "gateway_inbound_webhook_total");
    this.receiveText = receiveText;
    this.senderOf = senderOf;
  }

  @Override
  public void accept(Router router) {
    door.open(router.post(PATH), this::note);
  }

  @Override
  public boolean takes(RefusedWebhook refused) {
    return refused.uri().equals(PATH) && door.takes(refused, "", this::note);
  }

  private int note(TwilioDoor.Signed signed) {
    String body = signed.field("Body");
    String words = body.length() > BODY_LENGTH_MAX ? body.substring(0, BODY_LENGTH_MAX) : body;
    Recipient sender = senderOf.apply(signed.field("From")).orElse(null);
    Instant refusedAt = signed.refusedAt();
    if (refusedAt == null) {
      receiveText.run(signed.field("MessageSid"), sender, words);
    } else {
      receiveText.run(new InboundText(signed.field("MessageSid"), sender, words, refusedAt));
    }
    return TwilioDoor.DONE;
  }
}
