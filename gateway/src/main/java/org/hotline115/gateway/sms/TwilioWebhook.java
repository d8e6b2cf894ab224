package org.hotline115.gateway.sms;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.message.MessageId;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.callflow.message.Receipt;
import org.hotline115.callflow.message.RefusedWebhook;
import org.hotline115.callflow.message.RefusedWebhooks;
import org.hotline115.callflow.message.TakeReceipt;
import org.hotline115.gateway.UseCases;

/**
 * Where Twilio tells what became of a text: {@code POST /webhooks/twilio/status/<our id>}. What is
 * signed but says nothing new is thanked for all the same.
 */
public final class TwilioWebhook implements TextDoor {

  static final String PATH = "/webhooks/twilio/status/";

  private final TwilioDoor door;
  private final TakeReceipt takeReceipt;

  public TwilioWebhook(
      UseCases useCases,
      TakeReceipt takeReceipt,
      RefusedWebhooks refused,
      TwilioSettings settings,
      MeterRegistry metrics) {
    this.door = new TwilioDoor(useCases, settings, refused, metrics, "gateway_webhook_total");
    this.takeReceipt = takeReceipt;
  }

  @Override
  public void accept(Router router) {
    door.open(router.post(PATH + ":messageId"), this::note);
  }

  @Override
  public boolean takes(RefusedWebhook refused) {
    return refused.uri().startsWith(PATH)
        && door.takes(refused, refused.uri().substring(PATH.length()), this::note);
  }

  private int note(TwilioDoor.Signed signed) {
    if (!TwilioForm.isUuid(signed.id())) {
      return TwilioDoor.REFUSED;
    }
    String code = signed.field("ErrorCode");
    Optional<MessageStatus> status = TwilioStatus.of(signed.field("MessageStatus"));
    status.ifPresent(known ->
        takeReceipt.run(
            new MessageId(UUID.fromString(signed.id())),
            new Receipt(
                signed.field("MessageSid"), known, code.matches("[0-9]{3,6}") ? code : null)));
    return TwilioDoor.DONE;
  }
}
