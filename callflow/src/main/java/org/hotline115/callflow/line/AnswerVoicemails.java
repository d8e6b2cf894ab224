package org.hotline115.callflow.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.access.AgentId;

/** Listening to messages and dealing with them. Each listening is an audit row. */
public final class AnswerVoicemails {

  private static final int SHOWN_MAX = 200;

  private final Voicemails messages;
  private final MessageFolder folder;
  private final InstantSource clock;

  AnswerVoicemails(Voicemails messages, MessageFolder folder, InstantSource clock) {
    this.messages = messages;
    this.folder = folder;
    this.clock = clock;
  }

  public List<Voicemail> list() {
    return messages.list(SHOWN_MAX);
  }

  /** The message that this call left, when its sound is still there. */
  public Optional<Voicemail> ofCall(String callId) {
    return messages.find(callId);
  }

  /** The sound as a wav file; nothing when it was erased. Noted before it is heard. */
  public Optional<byte[]> hear(String callId, AgentId by) {
    return messages
        .find(callId)
        .flatMap(message -> {
          messages.heard(callId, by, clock.instant());
          try {
            return folder.sound(message);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The person was called back, or need not be: the first who says so stays. */
  public Optional<Voicemail> done(String callId, AgentId by) {
    return messages.done(callId, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
