package org.hotline115.gateway.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hotline115.callflow.message.MessageId;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.callflow.message.Receipt;
import org.hotline115.callflow.message.TakeReceipt;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;

/**
 * Where Twilio tells what became of a text: {@code POST /webhooks/twilio/status/<our id>}. What is
 * signed but says nothing new is thanked for all the same.
 */
public final class TwilioWebhook implements Consumer<Router> {

  static final String PATH = "/webhooks/twilio/status/";

  private final TwilioDoor door;
  private final TakeReceipt takeReceipt;

  public TwilioWebhook(
      UseCases useCases,
      TakeReceipt takeReceipt,
      GatewayConfig.Twilio settings,
      URI publicUrl,
      MeterRegistry metrics) {
    this.door = new TwilioDoor(useCases, settings, publicUrl, metrics, "gateway_webhook_total");
    this.takeReceipt = takeReceipt;
  }

  @Override
  public void accept(Router router) {
    door.open(router.post(PATH + ":messageId"), this::note);
  }

  private int note(String id, Map<String, String> form) {
    if (!TwilioForm.isUuid(id)) {
      return TwilioDoor.REFUSED;
    }
    String code = form.getOrDefault("ErrorCode", "");
    Optional<MessageStatus> status = TwilioStatus.of(form.getOrDefault("MessageStatus", ""));
    status.ifPresent(known ->
        takeReceipt.run(
            new MessageId(UUID.fromString(id)),
            new Receipt(
                form.getOrDefault("MessageSid", ""),
                known,
                code.matches("[0-9]{3,6}") ? code : null)));
    return TwilioDoor.DONE;
  }
}
