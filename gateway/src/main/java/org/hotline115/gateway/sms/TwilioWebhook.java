package org.hotline115.gateway.sms;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.hotline115.callflow.message.MessageId;
import org.hotline115.callflow.message.MessageStatus;
import org.hotline115.callflow.message.Receipt;
import org.hotline115.callflow.message.TakeReceipt;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;

/**
 * Where Twilio tells what became of a text: {@code POST /webhooks/twilio/status/<our id>}. Fails
 * closed: what is not signed over our public address, or is not shaped as Twilio shapes it, is
 * refused with 403 and counted. What is signed but says nothing new is thanked for all the same.
 */
public final class TwilioWebhook implements Consumer<Router> {

  static final String PATH = "/webhooks/twilio/status/";

  private static final int BODY_BYTES_MAX = 16 * 1024;
  private static final long ANSWER_WITHIN_MILLIS = 900;
  private static final int DONE = 204;
  private static final int REFUSED = 403;
  private static final int LATER = 503;

  private final UseCases useCases;
  private final TakeReceipt takeReceipt;
  private final GatewayConfig.Twilio settings;
  private final String publicUrl;
  private final RequestValidator validator;
  private final MeterRegistry metrics;

  public TwilioWebhook(
      UseCases useCases,
      TakeReceipt takeReceipt,
      GatewayConfig.Twilio settings,
      URI publicUrl,
      MeterRegistry metrics) {
    this.useCases = useCases;
    this.takeReceipt = takeReceipt;
    this.settings = settings;
    this.publicUrl = publicUrl.toString();
    this.validator = new RequestValidator(settings.authToken().reveal());
    this.metrics = metrics;
  }

  @Override
  public void accept(Router router) {
    router
        .post(PATH + ":messageId")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
        .handler(this::take)
        .failureHandler(failed -> answer(failed, failed.statusCode() == 413 ? 413 : REFUSED));
  }

  /** What stands in one request, read on the event loop; nothing in it is believed yet. */
  private record Told(String rawUri, String id, String type, String signature, Buffer body) {}

  private void take(RoutingContext context) {
    Buffer body = context.body().buffer();
    Told told =
        new Told(
            context.request().uri(),
            String.valueOf(context.pathParam("messageId")),
            header(context, "Content-Type"),
            header(context, "X-Twilio-Signature"),
            body == null ? Buffer.buffer() : body);
    useCases
        .run(() -> note(told))
        .timeout(ANSWER_WITHIN_MILLIS, TimeUnit.MILLISECONDS)
        .onComplete(noted -> answer(context, noted.succeeded() ? noted.result() : LATER));
  }

  private static String header(RoutingContext context, String name) {
    String value = context.request().getHeader(name);
    return value == null ? "" : value;
  }

  private int note(Told told) {
    Optional<Map<String, String>> form = TwilioForm.read(told.type(), told.body());
    if (form.isEmpty()
        || !validator.validate(publicUrl + told.rawUri(), form.get(), told.signature())) {
      return REFUSED;
    }
    return note(told.id(), form.get());
  }

  private int note(String id, Map<String, String> form) {
    String sid = form.getOrDefault("MessageSid", "");
    boolean isOurs = settings.accountSid().equals(form.get("AccountSid"));
    if (!isOurs || !sid.matches("(SM|MM)[0-9a-fA-F]{32}") || !TwilioForm.isUuid(id)) {
      return REFUSED;
    }
    String code = form.getOrDefault("ErrorCode", "");
    Optional<MessageStatus> status = TwilioStatus.of(form.getOrDefault("MessageStatus", ""));
    status.ifPresent(known ->
        takeReceipt.run(
            new MessageId(UUID.fromString(id)),
            new Receipt(sid, known, code.matches("[0-9]{3,6}") ? code : null)));
    return DONE;
  }

  private void answer(RoutingContext context, int status) {
    metrics
        .counter("gateway_webhook_total", "provider", "twilio", "status", Integer.toString(status))
        .increment();
    if (!context.response().ended() && !context.response().closed()) {
      context.response().setStatusCode(status).end();
    }
  }
}
