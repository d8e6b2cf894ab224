package org.hotline115.gateway.sms;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;

/**
 * The door through which Twilio tells us something. Fails closed: what is not signed over our
 * public address, or comes from another account, is refused with 403 and counted. Answers within a
 * second; what takes longer is 503, and Twilio comes again.
 */
final class TwilioDoor {

  static final int DONE = 204;
  static final int REFUSED = 403;
  static final int LATER = 503;

  private static final int TOO_LARGE = 413;
  private static final int BODY_BYTES_MAX = 16 * 1024;
  private static final long ANSWER_WITHIN_MILLIS = 900;

  /** Told what is signed and ours; answers the status. {@code id} is the end of the address. */
  interface Listener {
    int note(String id, Map<String, String> form);
  }

  private final UseCases useCases;
  private final GatewayConfig.Twilio settings;
  private final String publicUrl;
  private final RequestValidator validator;
  private final MeterRegistry metrics;
  private final String counter;

  TwilioDoor(
      UseCases useCases,
      GatewayConfig.Twilio settings,
      URI publicUrl,
      MeterRegistry metrics,
      String counter) {
    this.useCases = useCases;
    this.settings = settings;
    this.publicUrl = publicUrl.toString();
    this.validator = new RequestValidator(settings.authToken().reveal());
    this.metrics = metrics;
    this.counter = counter;
  }

  void open(Route route, Listener listener) {
    route
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
        .handler(context -> take(context, listener))
        .failureHandler(
            failed -> answer(failed, failed.statusCode() == TOO_LARGE ? TOO_LARGE : REFUSED));
  }

  /** What stands in one request, read on the event loop; nothing in it is believed yet. */
  private record Told(String rawUri, String id, String type, String signature, Buffer body) {}

  private void take(RoutingContext context, Listener listener) {
    Buffer body = context.body().buffer();
    Told told =
        new Told(
            context.request().uri(),
            context.pathParams().getOrDefault("messageId", ""),
            header(context, "Content-Type"),
            header(context, "X-Twilio-Signature"),
            body == null ? Buffer.buffer() : body);
    useCases
        .run(() -> note(told, listener))
        .timeout(ANSWER_WITHIN_MILLIS, TimeUnit.MILLISECONDS)
        .onComplete(noted -> answer(context, noted.succeeded() ? noted.result() : LATER));
  }

  private static String header(RoutingContext context, String name) {
    String value = context.request().getHeader(name);
    return value == null ? "" : value;
  }

  private int note(Told told, Listener listener) {
    Optional<Map<String, String>> form = TwilioForm.read(told.type(), told.body());
    if (form.isEmpty()
        || !validator.validate(publicUrl + told.rawUri(), form.get(), told.signature())
        || !settings.accountSid().equals(form.get().get("AccountSid"))
        || !form.get().getOrDefault("MessageSid", "").matches("(SM|MM)[0-9a-fA-F]{32}")) {
      return REFUSED;
    }
    return listener.note(told.id(), form.get());
  }

  private void answer(RoutingContext context, int status) {
    metrics.counter(counter, "provider", "twilio", "status", Integer.toString(status)).increment();
    if (!context.response().ended() && !context.response().closed()) {
      context.response().setStatusCode(status).end();
    }
  }
}
