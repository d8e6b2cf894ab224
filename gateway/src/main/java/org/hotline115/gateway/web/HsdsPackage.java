package org.hotline115.gateway.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hotline115.callflow.directory.HsdsFile;

/**
 * The public directory as a zipped tabular data package, as Open Referral hands it around: one CSV
 * file a table and {@code datapackage.json}, which says what they are and how they hang together.
 */
final class HsdsPackage {

  private static final String DESCRIPTOR = "datapackage.json";

  /** The oldest that a zip file knows: the same directory is the same file. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private HsdsPackage() {}

  static byte[] zip(List<HsdsFile> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, DESCRIPTOR, Json.bytes(descriptor(files)));
      for (HsdsFile file : files) {
        put(zip, file.path(), file.content());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  static Map<String, Object> descriptor(List<HsdsFile> files) {
    List<String> tables = files.stream().map(HsdsFile::table).toList();
    return ordered(
        "profile", "tabular-data-package",
        "name", "hotline115-directory",
        "title", "Open Referral HSDS 3",
        "resources", files.stream().map(file -> resource(file, tables)).toList());
  }

  private static Map<String, Object> resource(HsdsFile file, List<String> tables) {
    return ordered(
        "profile", "tabular-data-resource",
        "name", file.table(),
        "path", file.path(),
        "format", "csv",
        "mediatype", "text/csv",
        "encoding", "utf-8",
        "schema",
            ordered(
                "fields", file.columns().stream().map(HsdsPackage::field).toList(),
                "missingValues", List.of(""),
                "primaryKey", "id",
                "foreignKeys", references(file, tables)));
  }

  private static Map<String, Object> field(String column) {
    String type =
        switch (column) {
          case "latitude", "longitude", "minimum_age", "maximum_age" -> "number";
          case "interval" -> "integer";
          case "valid_from", "valid_to" -> "date";
          default -> "string";
        };
    return ordered("name", column, "type", type);
  }

  /** {@code service_id} leads to {@code service}. */
  private static List<Map<String, Object>> references(HsdsFile file, List<String> tables) {
    return tables.stream()
        .filter(table -> file.columns().contains(table + "_id"))
        .map(table ->
            ordered(
                "fields", table + "_id", "reference", ordered("resource", table, "fields", "id")))
        .toList();
  }

  private static Map<String, Object> ordered(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      map.put(namesAndValues[at].toString(), namesAndValues[at + 1]);
    }
    return map;
  }
}
