package org.hotline115.callflow.line;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Messages become tasks as soon as their line is open: nobody is rung at night by people who are
 * not there. The time at which a message was left is its place in the one order.
 */
public final class GiveVoicemailTasks implements Runnable {

  private final ReadLines lines;
  private final Voicemails messages;
  private final VoicemailTask.Maker tasks;

  GiveVoicemailTasks(ReadLines lines, Voicemails messages, VoicemailTask.Maker tasks) {
    this.lines = lines;
    this.messages = messages;
    this.tasks = tasks;
  }

  @Override
  public void run() {
    List<Voicemail> without = messages.withoutTask();
    if (without.isEmpty()) {
      return;
    }
    Map<String, LineStatus> open =
        lines.all().stream()
            .filter(LineStatus::open)
            .collect(Collectors.toMap(status -> status.plan().line().code(), Function.identity()));
    for (Voicemail message : without) {
      LineStatus status = open.get(message.line());
      if (status != null) {
        messages.given(message.callId(), tasks.make(message, status.plan().line().queue()));
      }
    }
  }
}
