package org.hotline115.gateway.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.directory.ChangeDirectory;
import org.hotline115.callflow.directory.DirectoryFeature;
import org.hotline115.callflow.directory.EditResult;
import org.hotline115.callflow.directory.Entry;
import org.hotline115.callflow.directory.HsdsFile;
import org.hotline115.callflow.directory.ReadDirectory;
import org.hotline115.callflow.directory.Sheet;
import org.jspecify.annotations.Nullable;

/** Sites and groups as coordinators change them. */
public final class DirectoryRoutes implements Routes {

  private static final int VERSION_MAX = Integer.MAX_VALUE;

  private final ReadDirectory reading;
  private final ChangeDirectory changing;

  public DirectoryRoutes(DirectoryFeature directory) {
    this.reading = directory.readDirectory();
    this.changing = directory.changeDirectory();
  }

  @Override
  public void mount(Api api) {
    api.get(
        "/api/directory",
        request -> Answer.ok(reading.list().stream().map(DirectoryRoutes::view).toList()));
    api.get("/api/directory/export", this::export);
    api.post("/api/directory/groups", this::add);
    api.patch("/api/directory/groups/:placeGroupId", this::changeGroup);
    api.post("/api/directory/groups/:placeGroupId/retire", this::retire);
    api.patch("/api/directory/sites/:siteId", this::changeSite);
  }

  private static Map<String, @Nullable Object> view(Entry entry) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("version", entry.version());
    view.put("siteVersion", entry.siteVersion());
    view.put("closed", entry.closed());
    view.put("inside", entry.inside());
    view.put("openedByPlan", entry.openedByPlan());
    view.put("retired", entry.retired());
    view.putAll(SheetJson.fields(entry.sheet()));
    return view;
  }

  /** What a file is written in. */
  private enum Format {
    CSV,
    JSON,
    /** Open Referral HSDS 3: services with what belongs to them. */
    HSDS,
    /** The same as a zipped tabular data package. */
    HSDS_PACKAGE
  }

  private Answer export(ApiRequest request) {
    Fields query = request.queryFields();
    Format format = query.optionalCode("format", Format.class).orElse(Format.CSV);
    query.nothingElse();
    return Answer.ok(
        switch (format) {
          case CSV -> new Download(reading.csv(), "text/csv; charset=utf-8", "places.csv");
          case JSON ->
              new Download(
                  Json.text(
                          reading.list().stream()
                              .map(entry -> SheetJson.fields(entry.sheet()))
                              .toList())
                      .getBytes(StandardCharsets.UTF_8),
                  "application/json",
                  "places.json");
          case HSDS ->
              new Download(
                  Json.bytes(reading.hsds().services()), "application/json", "hsds-services.json");
          case HSDS_PACKAGE ->
              new Download(
                  HsdsPackage.zip(HsdsFile.of(reading.hsds())),
                  "application/zip",
                  "hsds-package.zip");
        });
  }

  private Answer add(ApiRequest request) {
    EditResult result =
        changing.add(SheetJson.changes(request.fields(), field -> true), request.agent());
    return result instanceof EditResult.Saved saved
        ? Answer.created(view(saved.entry()))
        : answer(result);
  }

  private Answer changeGroup(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, VERSION_MAX);
    return answer(
        changing.changeGroup(
            request.path("placeGroupId"),
            version,
            SheetJson.changes(fields, field -> !field.isOfSite() && !field.isId()),
            request.agent()));
  }

  private Answer changeSite(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, VERSION_MAX);
    return answer(
        changing.changeSite(
            request.path("siteId"),
            version,
            SheetJson.changes(fields, field -> field.isOfSite() && !field.isId()),
            request.agent()));
  }

  private Answer retire(ApiRequest request) {
    Fields fields = request.fields();
    int version = fields.number("version", 1, VERSION_MAX);
    fields.nothingElse();
    return answer(changing.retire(request.path("placeGroupId"), version, request.agent()));
  }

  private static Answer answer(EditResult result) {
    return switch (result) {
      case EditResult.Saved saved -> Answer.ok(view(saved.entry()));
      case EditResult.Conflict conflict ->
          Answer.problem(
              Problem.of(409, "CONFLICT", "somebody changed it meanwhile")
                  .with("current", view(conflict.current())));
      case EditResult.Faulty faulty -> Answer.problem(problem(faulty.faults()));
      case EditResult.SomebodyInside inside ->
          Answer.problem(
              Problem.of(409, "SOMEBODY_INSIDE", "people are inside or promised tonight")
                  .with("inside", inside.inside()));
      case EditResult.MoreClosed more ->
          Answer.problem(
              Problem.of(409, "MORE_CLOSED", "closures shut more places than that")
                  .with("closed", more.closed()));
      case EditResult.Taken _ ->
          Answer.problem(
              new Problem(409, "TAKEN", "placeGroup", "this name is another's", Map.of()));
      case EditResult.NoSuchEntry _ -> Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case EditResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown whether it was noted: look again");
    };
  }

  /** The first by its field, and all of them: one look mends all. */
  private static Problem problem(List<Sheet.Fault> faults) {
    Sheet.Fault first = faults.getFirst();
    return Problem.field(first.code(), first.field().wire(), "this cannot be meant")
        .with(
            "faults",
            faults.stream()
                .map(fault -> Map.of("field", fault.field().wire(), "code", fault.code()))
                .toList());
  }
}
