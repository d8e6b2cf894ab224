package org.hotline115.gateway.web;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.directory.DirectoryFeature;
import org.hotline115.callflow.directory.ImportPlaces;
import org.hotline115.callflow.directory.ImportReport;
import org.hotline115.callflow.directory.ImportResult;
import org.hotline115.callflow.directory.JsonTables;
import org.hotline115.callflow.directory.LineReport;
import org.hotline115.callflow.directory.SheetField;
import org.jspecify.annotations.Nullable;

/** Sites and groups from a file: brought, looked at, applied. */
public final class ImportRoutes implements Routes {

  /** Two megabytes of bytes written in base64, and the rest of the request. */
  static final int BODY_BYTES_MAX = 3 * 1024 * 1024;

  private static final int NAME_MAX = 120;

  private final ImportPlaces imports;
  private final DisplayNames names;

  public ImportRoutes(DirectoryFeature directory, DisplayNames names) {
    this.imports = directory.importPlaces();
    this.names = names;
  }

  /** How JSON becomes a table; the directory feature is put together with it. */
  public static JsonTables jsonTables() {
    return new SheetJson();
  }

  @Override
  public void mount(Api api) {
    api.get("/api/imports", request -> Answer.ok(imports.list().stream().map(this::view).toList()));
    api.post("/api/imports", this::bring);
    api.get("/api/imports/:importId", request -> answer(imports.look(request.uuid("importId"))));
    api.post("/api/imports/:importId/apply", this::apply);
  }

  private Answer bring(ApiRequest request) {
    Fields fields = request.fields();
    UUID importId = fields.uuid("importId");
    String fileName = fields.text("fileName", NAME_MAX);
    byte[] content = bytes(fields.text("content", BODY_BYTES_MAX));
    fields.nothingElse();
    return answer(imports.bring(importId, fileName, content, request.agent()));
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException strange) {
      throw Problem.field("INVALID_VALUE", "content", "the bytes of the file in base64").refused();
    }
  }

  private Answer apply(ApiRequest request) {
    Fields fields = request.fields();
    boolean onlyGoodLines = fields.flag("onlyGoodLines");
    fields.nothingElse();
    return answer(imports.apply(request.uuid("importId"), onlyGoodLines, request.agent()));
  }

  private Answer answer(ImportResult result) {
    return switch (result) {
      case ImportResult.Told told -> Answer.ok(view(told.report()));
      case ImportResult.NoSuchImport _ -> Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case ImportResult.OtherImport _ ->
          Answer.problem(
              new Problem(409, "OTHER_IMPORT", "importId", "this id is another file's", Map.of()));
      case ImportResult.RecordsDown _ ->
          Answer.problem(503, "RECORDS_DOWN", "unknown: ask again with the same id");
    };
  }

  private Map<String, @Nullable Object> view(ImportReport report) {
    AgentId appliedBy = report.appliedBy();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("importId", report.importId());
    view.put("fileName", report.fileName());
    view.put("format", report.format());
    view.put("status", report.status());
    view.put("broughtBy", names.of(report.broughtBy()));
    view.put("broughtAt", report.broughtAt());
    view.put("appliedBy", appliedBy == null ? null : names.of(appliedBy));
    view.put("appliedAt", report.appliedAt());
    view.put("encoding", report.encoding());
    view.put("problem", report.problem());
    view.put("sums", report.sums());
    view.put("lines", report.lines().stream().map(ImportRoutes::line).toList());
    return view;
  }

  private static Map<String, @Nullable Object> line(LineReport line) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("line", line.line());
    view.put("placeGroup", line.placeGroup());
    view.put("outcome", line.outcome());
    view.put(
        "changes",
        line.changes().stream()
            .map(change -> new Change(change.field().wire(), change.was(), change.becomes()))
            .toList());
    view.put("problems", line.problems().stream().map(ImportRoutes::trouble).toList());
    return view;
  }

  private record Change(String field, String was, String becomes) {}

  private record Trouble(String field, String code) {}

  private static Trouble trouble(LineReport.Problem problem) {
    return new Trouble(
        SheetField.ofColumn(problem.column()).map(SheetField::wire).orElse(problem.column()),
        problem.code());
  }
}
