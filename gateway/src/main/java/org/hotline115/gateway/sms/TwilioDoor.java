package org.hotline115.gateway.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.security.RequestValidator;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.hotline115.callflow.message.RefusedWebhook;
import org.hotline115.callflow.message.RefusedWebhooks;
import org.hotline115.gateway.UseCases;
import org.hotline115.gateway.config.GatewayConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door through which Twilio tells us something. Fails closed: what is not signed over our
 * public address, or comes from another account, is refused with 403 and counted. What names our
 * account and is only signed otherwise is kept, for the mistake may be in our settings. Answers
 * within a second; what takes longer is 503, and Twilio comes again.
 */
final class TwilioDoor {

  private static final Logger log = LoggerFactory.getLogger(TwilioDoor.class);

  static final int DONE = 204;
  static final int REFUSED = 403;
  static final int LATER = 503;

  private static final int TOO_LARGE = 413;
  private static final int BODY_BYTES_MAX = 16 * 1024;
  private static final long ANSWER_WITHIN_MILLIS = 900;

  /**
   * What is signed and ours.
   *
   * @param id the end of the address
   * @param refusedAt when it was refused at first; null: it comes just now
   */
  record Signed(String id, Map<String, String> form, @Nullable Instant refusedAt) {

    String field(String name) {
      return form.getOrDefault(name, "");
    }
  }

  /** Answers the status. */
  interface Listener {
    int note(Signed signed);
  }

  private final UseCases useCases;
  private final GatewayConfig.Twilio account;
  private final String publicUrl;
  private final RequestValidator validator;
  private final RefusedWebhooks refused;
  private final MeterRegistry metrics;
  private final String counter;

  TwilioDoor(
      UseCases useCases,
      TwilioSettings settings,
      RefusedWebhooks refused,
      MeterRegistry metrics,
      String counter) {
    this.useCases = useCases;
    this.account = settings.account();
    this.publicUrl = settings.publicUrl().toString();
    this.validator = new RequestValidator(account.authToken().reveal());
    this.refused = refused;
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
    Optional<Map<String, String>> form =
        TwilioForm.read(told.type(), told.body()).filter(this::isOfOurAccount);
    if (form.isEmpty()) {
      return REFUSED;
    }
    if (!isSigned(told.rawUri(), form.get(), told.signature())) {
      keepBeside(told);
      return REFUSED;
    }
    return listener.note(new Signed(told.id(), form.get(), null));
  }

  /** Whoever is refused does not wait for it. */
  private void keepBeside(Told told) {
    useCases
        .run(() -> {
          refused.keep(told.rawUri(), told.signature(), told.body().toString(UTF_8));
          return REFUSED;
        })
        .onFailure(failure ->
            log.atWarn()
                .addKeyValue("reason", failure.toString())
                .log("a refused webhook was not kept"));
  }

  private boolean isOfOurAccount(Map<String, String> form) {
    return account.accountSid().equals(form.get("AccountSid"))
        && form.getOrDefault("MessageSid", "").matches("(SM|MM)[0-9a-fA-F]{32}");
  }

  private boolean isSigned(String uri, Map<String, String> form, String signature) {
    return validator.validate(publicUrl + uri, form, signature);
  }

  /** As if it came now, but for its age. */
  boolean takes(RefusedWebhook kept, String id, Listener listener) {
    return TwilioForm.read(TwilioForm.TYPE, Buffer.buffer(kept.body()))
        .filter(form -> isSigned(kept.uri(), form, kept.signature()))
        .map(form -> listener.note(new Signed(id, form, kept.refusedAt())) == DONE)
        .orElse(false);
  }

  private void answer(RoutingContext context, int status) {
    metrics.counter(counter, "provider", "twilio", "status", Integer.toString(status)).increment();
    if (!context.response().ended() && !context.response().closed()) {
      context.response().setStatusCode(status).end();
    }
  }
}
