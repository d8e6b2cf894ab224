package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.reference.KeepLists;
import org.hotline115.callflow.reference.ListEntry;
import org.hotline115.callflow.reference.ListFault;
import org.hotline115.callflow.reference.ListResult;
import org.hotline115.callflow.reference.ListState;
import org.hotline115.callflow.reference.ReferenceList;
import org.jspecify.annotations.Nullable;

/** The lists of codes as the house offers them: read by every form, kept by coordinators. */
public final class ReferenceRoutes implements Routes {

  private static final int ENTRIES_MAX = 100;
  private static final int CODE_MAX = 60;

  private final KeepLists lists;
  private final DisplayNames names;

  public ReferenceRoutes(KeepLists lists, DisplayNames names) {
    this.lists = lists;
    this.names = names;
  }

  private record View(
      ReferenceList list,
      int version,
      boolean takesOwn,
      List<ListEntry> entries,
      @Nullable String changedBy,
      @Nullable Instant changedAt) {}

  @Override
  public void mount(Api api) {
    api.get("/api/reference", _ -> Answer.ok(lists.read().stream().map(this::view).toList()));
    api.put("/api/reference/:list", this::change);
  }

  private Answer change(ApiRequest request) {
    ReferenceList list = list(request.path("list"));
    Fields fields = request.fields();
    int version = fields.number("version", 0, Integer.MAX_VALUE);
    List<ListEntry> entries = entries(fields.list("entries"));
    fields.nothingElse();
    return switch (lists.change(list, version, entries, request.agent())) {
      case ListResult.Saved saved -> Answer.ok(view(saved.state()));
      case ListResult.Conflict conflict ->
          Answer.problem(
              Problem.of(409, "CONFLICT", "somebody changed this list meanwhile")
                  .with("current", view(conflict.current())));
      case ListResult.Faulty faulty -> Answer.problem(problem(faulty.faults()));
    };
  }

  private static ReferenceList list(String name) {
    for (ReferenceList list : ReferenceList.values()) {
      if (list.name().equals(name)) {
        return list;
      }
    }
    throw Problem.of(404, "NOT_FOUND", "there is no such list").refused();
  }

  private static List<ListEntry> entries(List<@Nullable Object> items) {
    if (items.isEmpty() || items.size() > ENTRIES_MAX) {
      throw Problem.field("OUT_OF_RANGE", "entries", "from 1 to " + ENTRIES_MAX + " entries")
          .with("min", 1)
          .with("max", ENTRIES_MAX)
          .refused();
    }
    List<ListEntry> entries = new ArrayList<>();
    for (@Nullable Object item : items) {
      entries.add(entry(item));
    }
    return entries;
  }

  private static ListEntry entry(@Nullable Object item) {
    Fields fields = Fields.ofItem("entries", item);
    ListEntry entry =
        new ListEntry(
            fields.text("code", CODE_MAX),
            fields.optionalText("parent", CODE_MAX).orElse(null),
            fields.optionalText("fr", ListEntry.WORDS_MAX).orElse("").strip(),
            fields.optionalText("en", ListEntry.WORDS_MAX).orElse("").strip(),
            fields.flag("offered"));
    fields.nothingElse();
    return entry;
  }

  /** The first by its field, and all of them: one look mends all. */
  private static Problem problem(List<ListFault> faults) {
    ListFault first = faults.getFirst();
    return new Problem(
        first.why() == ListFault.Why.IN_USE ? 409 : 400,
        first.why() == ListFault.Why.IN_USE ? "IN_USE" : "INVALID_VALUE",
        first.field(),
        first.code() + ": " + first.why().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        Map.of("faults", faults));
  }

  private View view(ListState state) {
    return new View(
        state.list(),
        state.version(),
        state.list().takesOwn(),
        state.entries(),
        state.changedBy() == null ? null : names.of(state.changedBy()),
        state.changedAt());
  }
}
