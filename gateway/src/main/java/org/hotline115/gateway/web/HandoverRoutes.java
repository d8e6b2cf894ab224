package org.hotline115.gateway.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.handover.Colleague;
import org.hotline115.callflow.handover.Entry;
import org.hotline115.callflow.handover.EntryId;
import org.hotline115.callflow.handover.EntryKind;
import org.hotline115.callflow.handover.Handover;
import org.hotline115.callflow.handover.HandoverFeature;
import org.hotline115.callflow.handover.HandoverResult;
import org.hotline115.callflow.handover.KeepTasks;
import org.hotline115.callflow.handover.Task;
import org.hotline115.callflow.handover.TaskId;
import org.jspecify.annotations.Nullable;

/** The log book and the tasks of a shift. */
public final class HandoverRoutes implements Routes {

  private static final int AGENT_MAX = 32;
  private static final Duration AHEAD_MAX = Duration.ofDays(60);
  private static final Duration LATE_MAX = Duration.ofDays(1);

  private final HandoverFeature handover;
  private final DisplayNames names;
  private final InstantSource clock;

  public HandoverRoutes(HandoverFeature handover, DisplayNames names, InstantSource clock) {
    this.handover = handover;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/handover", this::look);
    api.post("/api/handover/entries", this::write);
    api.post("/api/handover/entries/:entryId/read", this::read);
    api.post("/api/handover/tasks", this::ask);
    api.put("/api/handover/tasks/:taskId/owner", this::give);
    api.put("/api/handover/tasks/:taskId/done", this::done);
  }

  private record EntryView(
      EntryId entryId,
      EntryKind kind,
      String words,
      String writtenBy,
      Instant writtenAt,
      List<String> readBy,
      boolean unread) {}

  private record TaskView(
      TaskId taskId,
      String words,
      @Nullable AgentId owner,
      @Nullable String ownerName,
      @Nullable Instant dueAt,
      String createdBy,
      Instant createdAt,
      int version,
      @Nullable String doneBy,
      @Nullable Instant doneAt) {}

  private record HandoverView(
      List<EntryView> entries, List<TaskView> tasks, List<Colleague> colleagues) {}

  private Answer look(ApiRequest request) {
    request.queryFields().nothingElse();
    Handover seen = handover.logBook().look();
    return Answer.ok(
        new HandoverView(
            seen.entries().stream().map(entry -> view(entry, request.agent())).toList(),
            seen.tasks().stream().map(this::view).toList(),
            handover.tasks().colleagues()));
  }

  private Answer write(ApiRequest request) {
    Fields fields = request.fields();
    EntryId id = new EntryId(fields.uuid("entryId"));
    EntryKind kind = fields.code("kind", EntryKind.class);
    String words = words(fields, Entry.WORDS_MAX);
    fields.nothingElse();
    return answer(handover.logBook().write(id, kind, words, request.agent()), request.agent());
  }

  private Answer read(ApiRequest request) {
    request.fields().nothingElse();
    EntryId id = new EntryId(request.uuid("entryId"));
    return answer(handover.logBook().read(id, request.agent()), request.agent());
  }

  private Answer ask(ApiRequest request) {
    Fields fields = request.fields();
    Instant now = clock.instant();
    KeepTasks.Wish wish =
        new KeepTasks.Wish(
            new TaskId(fields.uuid("taskId")),
            words(fields, Task.WORDS_MAX),
            owner(fields),
            fields.optionalInstant("dueAt", now.minus(LATE_MAX), now.plus(AHEAD_MAX)).orElse(null));
    fields.nothingElse();
    return answer(handover.tasks().ask(wish, request.agent()), request.agent());
  }

  private Answer give(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    AgentId owner = owner(fields);
    fields.nothingElse();
    TaskId id = new TaskId(request.uuid("taskId"));
    return answer(handover.tasks().give(id, version, owner, request.agent()), request.agent());
  }

  private Answer done(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    boolean done = fields.flag("done");
    fields.nothingElse();
    TaskId id = new TaskId(request.uuid("taskId"));
    return answer(handover.tasks().done(id, version, done, request.agent()), request.agent());
  }

  private static String words(Fields fields, int most) {
    String words = fields.text("words", most).strip();
    if (words.isEmpty()) {
      throw Problem.field("MISSING_FIELD", "words", "nothing is written").refused();
    }
    return words;
  }

  private static @Nullable AgentId owner(Fields fields) {
    return fields
        .optionalText("owner", AGENT_MAX)
        .map(name -> {
          try {
            return new AgentId(name);
          } catch (IllegalArgumentException noName) {
            throw Problem.field("INVALID_VALUE", "owner", "no name of an agent").refused();
          }
        })
        .orElse(null);
  }

  private Answer answer(HandoverResult result, AgentId reader) {
    return switch (result) {
      case HandoverResult.Written written -> Answer.ok(view(written.entry(), reader));
      case HandoverResult.Tasked tasked -> Answer.ok(view(tasked.task()));
      case HandoverResult.NothingThere _ ->
          Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case HandoverResult.ChangedElsewhere changed ->
          Answer.problem(
              Problem.of(409, "CHANGED_ELSEWHERE", "somebody took or did it in between")
                  .with("current", view(changed.current())));
      case HandoverResult.NoSuchAgent _ ->
          Answer.problem(
              new Problem(422, "NO_SUCH_AGENT", "owner", "nobody of that name", Map.of()));
      case HandoverResult.OtherThing _ ->
          Answer.problem(409, "OTHER_THING", "this id is something else's");
    };
  }

  private EntryView view(Entry entry, AgentId reader) {
    return new EntryView(
        entry.entryId(),
        entry.kind(),
        entry.words(),
        names.of(entry.writtenBy()),
        entry.writtenAt(),
        entry.readBy().stream().map(names::of).toList(),
        entry.kind() == EntryKind.NOTE
            && !entry.writtenBy().equals(reader)
            && !entry.readBy().contains(reader));
  }

  private TaskView view(Task task) {
    return new TaskView(
        task.taskId(),
        task.words(),
        task.owner(),
        task.owner() == null ? null : names.of(task.owner()),
        task.dueAt(),
        names.of(task.createdBy()),
        task.createdAt(),
        task.version(),
        task.doneBy() == null ? null : names.of(task.doneBy()),
        task.doneAt());
  }
}
