package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.CallbackFeature;
import org.hotline115.callflow.callback.CallbackId;
import org.hotline115.callflow.callback.CallbackStatus;
import org.hotline115.callflow.callback.CloseResult;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** The promises that are owed, and what an agent may say about one. */
public final class CallbackRoutes implements Routes {

  /** A promise on the wire. */
  public record CallbackView(
      long callbackId,
      String code,
      @Nullable PhoneNumber maskedNumber,
      String line,
      String language,
      CallbackChannel channel,
      Instant keptRankAt,
      Instant requestedAt,
      Instant dueBy,
      CallbackStatus status,
      int attempts,
      Instant notBefore,
      boolean onTheLine,
      @Nullable Integer people,
      @Nullable Integer children,
      @Nullable String where) {

    public static CallbackView of(ReadCallbacks.Seen seen) {
      Callback promise = seen.callback();
      return new CallbackView(
          promise.id().value(),
          promise.code(),
          seen.maskedNumber(),
          promise.line(),
          promise.language(),
          promise.channel(),
          promise.keptRankAt(),
          promise.requestedAt(),
          promise.dueBy(),
          promise.status(),
          promise.attempts(),
          promise.notBefore(),
          promise.joinedCall() != null,
          promise.answers().people(),
          promise.answers().children(),
          promise.answers().where());
    }
  }

  private final CallbackFeature callbacks;

  public CallbackRoutes(CallbackFeature callbacks) {
    this.callbacks = callbacks;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/callbacks", _ -> Answer.ok(owed()));
    api.post(
        "/api/callbacks/:callbackId/cancel",
        request -> said(request, callbacks.cancelCallback()::cancel));
    api.post(
        "/api/callbacks/:callbackId/machine",
        request -> said(request, callbacks.markMachine()::mark));
  }

  /** What is owed now, in the order. */
  public List<CallbackView> owed() {
    return callbacks.readCallbacks().owed().stream().map(CallbackView::of).toList();
  }

  private Answer said(ApiRequest request, BiFunction<CallbackId, AgentId, CloseResult> useCase) {
    CallbackId id = id(request.path("callbackId"));
    return switch (useCase.apply(id, request.agent())) {
      case CloseResult.Changed _ ->
          callbacks
              .readCallbacks()
              .find(id)
              .map(seen -> Answer.ok(CallbackView.of(seen)))
              .orElseGet(CallbackRoutes::notFound);
      case CloseResult.NotNow(Callback promise) ->
          Answer.problem(
              Problem.of(409, "CALLBACK_NOT_NOW", "not while the promise is in this state")
                  .with("status", promise.status().name()));
      case CloseResult.NoSuchCallback _ -> notFound();
    };
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is no such callback");
  }

  private static CallbackId id(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw Problem.of(404, "NOT_FOUND", "there is no such callback").refused();
    }
    return new CallbackId(Long.parseLong(text));
  }
}
