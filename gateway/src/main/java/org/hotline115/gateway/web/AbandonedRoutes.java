package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.List;
import org.hotline115.callflow.call.CallId;
import org.hotline115.callflow.callback.Abandoned;
import org.hotline115.callflow.callback.RingAbandoned;
import org.hotline115.callflow.caller.PhoneNumber;
import org.jspecify.annotations.Nullable;

/** Who gave up today, and the supervisor's word that one of them is rung. */
public final class AbandonedRoutes implements Routes {

  private record AbandonedView(
      String callId,
      String line,
      @Nullable PhoneNumber maskedNumber,
      String language,
      Instant rangAt,
      long waitedSeconds,
      int calls) {

    static AbandonedView of(RingAbandoned.Seen seen) {
      Abandoned gone = seen.abandoned();
      return new AbandonedView(
          gone.call().linkedid(),
          gone.line(),
          seen.maskedNumber(),
          gone.language(),
          gone.rangAt(),
          gone.waitedSeconds(),
          gone.calls());
    }
  }

  private record Promised(long callbackId) {}

  private final RingAbandoned ringing;

  public AbandonedRoutes(RingAbandoned ringing) {
    this.ringing = ringing;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/abandoned", _ -> Answer.ok(list()));
    api.post("/api/abandoned/:callId/callback", this::promise);
  }

  private List<AbandonedView> list() {
    return ringing.today().stream().map(AbandonedView::of).toList();
  }

  private Answer promise(ApiRequest request) {
    request.fields().nothingElse();
    String callId = request.path("callId");
    if (!callId.matches(CallId.PATTERN)) {
      return Answer.problem(404, "NOT_FOUND", "there is nothing here");
    }
    return ringing
        .promise(new CallId(callId), request.agent())
        .map(callback -> Answer.ok(new Promised(callback.value())))
        .orElseGet(() ->
            Answer.problem(409, "NOT_ABANDONED", "this call is not to be rung back any more"));
  }
}
