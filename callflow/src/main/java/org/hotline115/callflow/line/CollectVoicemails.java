package org.hotline115.callflow.line;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the messages that callers left, and erases those that were kept long enough. A recording
 * too short to hold a word is erased at once: its caller went on to a human.
 */
public final class CollectVoicemails implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(CollectVoicemails.class);
  private static final int SECONDS_MIN = 2;

  private final Voicemails messages;
  private final MessageFolder folder;
  private final Duration keptFor;
  private final InstantSource clock;

  CollectVoicemails(
      Voicemails messages, MessageFolder folder, Duration keptFor, InstantSource clock) {
    this.messages = messages;
    this.folder = folder;
    this.keptFor = keptFor;
    this.clock = clock;
  }

  @Override
  public void run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant horizon = now.minus(keptFor);
    try {
      for (MessageFolder.Recording found : folder.complete(now)) {
        if (found.seconds() < SECONDS_MIN) {
          folder.erase(found.callId());
        } else if (!found.leftAt().isBefore(horizon)) {
          messages.keep(
              new Voicemail(
                  found.callId(),
                  found.line(),
                  found.leftAt().truncatedTo(ChronoUnit.MICROS),
                  found.seconds(),
                  null,
                  null,
                  null));
        } else {
          folder.erase(found.callId());
        }
      }
      for (String callId : messages.leftBefore(horizon)) {
        folder.erase(callId);
        messages.erased(callId, now);
      }
    } catch (IOException e) {
      LOG.atError().setCause(e).log("the folder of voice messages cannot be read");
    }
  }
}
