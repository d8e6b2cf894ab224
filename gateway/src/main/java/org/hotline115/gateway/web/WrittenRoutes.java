package org.hotline115.gateway.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.call.Call;
import org.hotline115.callflow.call.CallState;
import org.hotline115.callflow.call.RecordCall;
import org.hotline115.callflow.callback.Callback;
import org.hotline115.callflow.callback.CallbackChannel;
import org.hotline115.callflow.callback.ReadCallbacks;
import org.hotline115.callflow.caller.CallerStore;
import org.hotline115.callflow.message.Correspondence;
import org.hotline115.callflow.message.Recipient;
import org.hotline115.callflow.message.ServiceTextResult;

/** What somebody who cannot hear writes, before the agent whose turn it is, and answering it. */
public final class WrittenRoutes implements Routes {

  private final RecordCall calls;
  private final ReadCallbacks promises;
  private final Correspondence correspondence;
  private final CallerStore callers;

  public WrittenRoutes(
      RecordCall calls,
      ReadCallbacks promises,
      Correspondence correspondence,
      CallerStore callers) {
    this.calls = calls;
    this.promises = promises;
    this.correspondence = correspondence;
    this.callers = callers;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/calls/:callId/texts", this::read);
    api.post("/api/calls/:callId/texts", this::write);
  }

  private record Texts(List<Correspondence.Line> texts, int wordsMax) {}

  private Answer read(ApiRequest request) {
    return mine(request).map(this::texts).orElseGet(WrittenRoutes::notYours);
  }

  /** The promise that the agent's call of this moment keeps in writing. */
  private Optional<Callback> mine(ApiRequest request) {
    return calls
        .live(AgentRoutes.callId(request.path("callId")))
        .filter(call -> isMine(call, request))
        .flatMap(call -> promises.keptBy(call.id()))
        .filter(promise -> promise.channel() == CallbackChannel.TEXT);
  }

  private boolean isMine(Call call, ApiRequest request) {
    return switch (calls.stateOf(call)) {
      case CallState.Talking talking -> talking.agent().equals(request.agent());
      case CallState.Leaving leaving -> leaving.agent().equals(request.agent());
      case CallState.InMenu _,
          CallState.Waiting _,
          CallState.Ringing _,
          CallState.HandedOff _,
          CallState.Ended _ ->
          false;
    };
  }

  private Answer texts(Callback promise) {
    return Answer.ok(
        new Texts(
            correspondence.since(promise.caller(), promise.keptRankAt()),
            Correspondence.WORDS_MAX));
  }

  private Answer write(ApiRequest request) {
    Fields fields = request.fields();
    UUID textId = fields.uuid("textId");
    String words = fields.text("words", Correspondence.WORDS_MAX).strip();
    fields.nothingElse();
    if (words.isEmpty()) {
      throw Problem.field("MISSING_FIELD", "words", "say something").refused();
    }
    return mine(request)
        .map(promise -> written(textId, promise, words, request))
        .orElseGet(WrittenRoutes::notYours);
  }

  private Answer written(UUID textId, Callback promise, String words, ApiRequest request) {
    ServiceTextResult result =
        callers
            .numberOf(promise.caller())
            .map(number ->
                correspondence.write(
                    textId, new Recipient(promise.caller(), number), words, request.agent()))
            .orElse(ServiceTextResult.OPTED_OUT);
    return switch (result) {
      case QUEUED -> texts(promise);
      case OPTED_OUT ->
          Answer.problem(409, "NO_TEXTS", "this number takes no text, or is not safe to text");
    };
  }

  private static Answer notYours() {
    return Answer.problem(409, "NOT_YOUR_CALL", "you do not write with this person now");
  }
}
