package org.hotline115.gateway.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.hotline115.callflow.shelter.FigureLine;
import org.hotline115.callflow.shelter.LineAnswer;
import org.hotline115.callflow.shelter.ShelterToken;
import org.hotline115.callflow.shelter.SiteKey;
import org.hotline115.callflow.shelter.SiteKeys;
import org.hotline115.callflow.shelter.TellByList;
import org.hotline115.callflow.store.RecordsAway;
import org.hotline115.gateway.UseCases;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a shelter's own software tells figures: {@code POST /api/figures} with its key, as JSON or
 * CSV. No cookie is read here, so no page of others can misuse a session. Fails closed. Every line
 * is answered; 200 when all were noted, 207 when some were not, 503 when some are unknown.
 */
public final class FigureDoor implements Consumer<Router> {

  static final String PATH = "/api/figures";

  private static final Logger LOG = LoggerFactory.getLogger(FigureDoor.class);
  private static final int BODY_BYTES_MAX = 256 * 1024;
  private static final int REQUESTS_MAX = 60;
  private static final Duration REQUESTS_WINDOW = Duration.ofMinutes(1);
  private static final String BEARER = "Bearer ";

  private final UseCases useCases;
  private final SiteKeys keys;
  private final TellByList tellByList;
  private final MeterRegistry metrics;
  private final RateLimit strangers;
  private final RateLimit known;

  public FigureDoor(
      UseCases useCases,
      SiteKeys keys,
      TellByList tellByList,
      InstantSource clock,
      MeterRegistry metrics) {
    this.useCases = useCases;
    this.keys = keys;
    this.tellByList = tellByList;
    this.metrics = metrics;
    this.known = new RateLimit(REQUESTS_MAX, REQUESTS_WINDOW, clock);
    this.strangers = new RateLimit(REQUESTS_MAX, REQUESTS_WINDOW, clock);
  }

  @Override
  public void accept(Router router) {
    router
        .post(PATH)
        .handler(BodyHandler.create(false).setBodyLimit(BODY_BYTES_MAX))
        .handler(this::take)
        .failureHandler(failed ->
            send(
                failed,
                Answer.problem(
                    failed.statusCode() == 413
                        ? Problem.of(413, "TOO_LARGE", "at most " + BODY_BYTES_MAX + " bytes")
                        : Problem.of(400, "BAD_REQUEST", "this request cannot be read"))));
  }

  /** What stands in one request, read on the event loop. */
  private record Told(String authorization, String type, String id, String address, Buffer body) {}

  private void take(RoutingContext context) {
    HttpServerRequest request = context.request();
    Buffer body = context.body().buffer();
    Told told =
        new Told(
            header(request, "Authorization"),
            header(request, "Content-Type").replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT),
            header(request, "Idempotency-Key"),
            request.remoteAddress().hostAddress(),
            body == null ? Buffer.buffer() : body);
    useCases
        .run(() -> answer(told))
        .onComplete(
            done -> send(context, done.succeeded() ? done.result() : failure(done.cause())));
  }

  private static String header(HttpServerRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  private Answer answer(Told told) {
    SiteKey key = key(told);
    limit(known, key.keyId().toString());
    FigureList list;
    try {
      list = read(told);
    } catch (Problem.Refused refused) {
      tellByList.unreadable(key);
      throw refused;
    }
    return answer(list.id(), tellByList.run(key, list.id(), list.lines()));
  }

  private record FigureList(UUID id, List<FigureLine> lines) {}

  private static FigureList read(Told told) {
    return switch (told.type()) {
      case "application/json" -> {
        Fields fields = new Fields(StrictJson.object(told.body().getBytes(), TellByList.LINES_MAX));
        UUID id = listId(fields.text("id", 36));
        List<FigureLine> lines = figures(fields.list("figures"));
        fields.nothingElse();
        yield new FigureList(id, lines);
      }
      case "text/csv" -> new FigureList(listId(told.id()), FigureCsv.read(told.body().getBytes()));
      default -> throw Problem.of(415, "NOT_JSON_OR_CSV", "application/json or text/csv").refused();
    };
  }

  private SiteKey key(Told told) {
    if (strangers.isSpent(told.address())) {
      throw tooMany();
    }
    String shown =
        told.authorization().startsWith(BEARER)
            ? told.authorization().substring(BEARER.length())
            : "";
    return ShelterToken.parse(shown)
        .flatMap(keys::check)
        .orElseThrow(() -> {
          strangers.take(told.address());
          return Problem.of(401, "UNKNOWN_KEY", "no key, or one that is not valid").refused();
        });
  }

  private static void limit(RateLimit limit, String who) {
    if (!limit.take(who)) {
      throw tooMany();
    }
  }

  private static Problem.Refused tooMany() {
    return Problem.of(429, "TOO_MANY_REQUESTS", "slower, please")
        .with("retryAfterSeconds", REQUESTS_WINDOW.toSeconds())
        .refused();
  }

  private static UUID listId(String id) {
    if (id.isEmpty()) {
      throw Problem.field(
              "MISSING_FIELD", "id", "a list has an id: the same again tells nothing twice")
          .refused();
    }
    return Fields.uuid("id", id);
  }

  /** Each item is read by itself: a strange one is answered as malformed. */
  private static List<FigureLine> figures(List<@Nullable Object> items) {
    List<FigureLine> lines = new ArrayList<>();
    for (@Nullable Object item : items) {
      lines.add(figure(lines.size() + 1, item));
    }
    if (lines.isEmpty()) {
      throw Problem.field("NO_LINES", "figures", "there is no figure in this list").refused();
    }
    return lines;
  }

  private static FigureLine figure(int number, @Nullable Object item) {
    if (!(item instanceof Map<?, ?> fields)) {
      return FigureLine.malformed(number, "", "line");
    }
    Object group = fields.get("placeGroupId");
    Object free = fields.get("free");
    String shown = group instanceof String text ? StrictJson.shown(text) : "";
    if (shown.isEmpty()) {
      return FigureLine.malformed(number, "", "placeGroupId");
    }
    return free instanceof Long figure && figure >= 0 && figure <= 999 && fields.size() == 2
        ? FigureLine.of(number, shown, figure.intValue())
        : FigureLine.malformed(number, shown, fields.size() == 2 ? "free" : "line");
  }

  private static Answer answer(UUID id, List<LineAnswer> lines) {
    long noted = count(lines, LineAnswer.Outcome.NOTED);
    boolean unknown = count(lines, LineAnswer.Outcome.RECORDS_DOWN) > 0;
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", id);
    body.put("noted", noted);
    body.put("refused", lines.size() - noted);
    body.put("lines", lines);
    int status = unknown ? 503 : noted == lines.size() ? 200 : 207;
    return new Answer(status, body, null);
  }

  private static long count(List<LineAnswer> lines, LineAnswer.Outcome outcome) {
    return lines.stream().filter(line -> line.outcome() == outcome).count();
  }

  private static Answer failure(Throwable failure) {
    return Answer.problem(
        switch (failure) {
          case Problem.Refused refused -> refused.problem();
          case UseCases.Busy _ ->
              Problem.of(503, "BUSY", "too much at once").with("retryAfterSeconds", 1);
          case RecordsAway _ ->
              Problem.of(503, "RECORDS_DOWN", "the records cannot be reached now");
          default -> {
            LOG.atError().setCause(failure).log("a list of figures failed");
            yield Problem.of(500, "BUG", "this is our mistake");
          }
        });
  }

  private void send(RoutingContext context, Answer answer) {
    metrics
        .counter("gateway_figure_lists_total", "status", Integer.toString(answer.status()))
        .increment();
    if (context.response().ended() || context.response().closed()) {
      return;
    }
    Object body = Objects.requireNonNull(answer.body(), "every answer here has a body");
    boolean isProblem = body instanceof Problem;
    context
        .response()
        .setStatusCode(answer.status())
        .putHeader("Content-Type", isProblem ? "application/problem+json" : "application/json");
    if (body instanceof Problem problem && problem.more().get("retryAfterSeconds") != null) {
      context
          .response()
          .putHeader("Retry-After", problem.more().get("retryAfterSeconds").toString());
    }
    context.response().end(Buffer.buffer(Json.bytes(body instanceof Problem p ? p.body() : body)));
  }
}
