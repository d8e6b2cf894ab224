package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.Base64;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.line.AnswerVoicemails;
import org.hotline115.callflow.line.Voicemail;
import org.hotline115.callflow.line.VoicemailTask;
import org.jspecify.annotations.Nullable;

/** Messages left on closed lines: to be listened to, and marked once somebody called back. */
public final class VoicemailRoutes implements Routes {

  private final AnswerVoicemails messages;
  private final DisplayNames names;

  public VoicemailRoutes(AnswerVoicemails messages, DisplayNames names) {
    this.messages = messages;
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.get(
        "/api/voicemails", request -> Answer.ok(messages.list().stream().map(this::view).toList()));
    api.get("/api/voicemails/:callId/sound", this::sound);
    api.post("/api/voicemails/:callId/done", this::done);
  }

  private record View(
      String callId,
      String line,
      Instant leftAt,
      int seconds,
      @Nullable String doneBy,
      @Nullable Instant doneAt,
      @Nullable VoicemailTask task) {}

  private record Sound(String wav) {}

  private View view(Voicemail message) {
    AgentId doneBy = message.doneBy();
    return new View(
        message.callId(),
        message.line(),
        message.leftAt(),
        message.seconds(),
        doneBy == null ? null : names.of(doneBy),
        message.doneAt(),
        message.task());
  }

  /** As text in JSON: a page plays it without a file of it ever lying in a browser's cache. */
  private Answer sound(ApiRequest request) {
    return messages
        .hear(request.path("callId"), request.agent())
        .map(wav -> Answer.ok(new Sound(Base64.getEncoder().encodeToString(wav))))
        .orElseGet(VoicemailRoutes::notFound);
  }

  private Answer done(ApiRequest request) {
    request.fields().nothingElse();
    return messages
        .done(request.path("callId"), request.agent())
        .map(message -> Answer.ok(view(message)))
        .orElseGet(VoicemailRoutes::notFound);
  }

  private static Answer notFound() {
    return Answer.problem(404, "NOT_FOUND", "there is no such message, or it was erased");
  }
}
