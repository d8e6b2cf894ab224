package org.hotline115.callflow.directory;

/** What became of bringing, looking at or applying an import. */
public sealed interface ImportResult {

  /** Look at its status: BROUGHT, REFUSED with nothing changed, or APPLIED. */
  record Told(ImportReport report) implements ImportResult {}

  record NoSuchImport() implements ImportResult {}

  /** The id is another file's. */
  record OtherImport() implements ImportResult {}

  /** PostgreSQL did not answer: unknown, ask again with the same id. */
  record RecordsDown() implements ImportResult {}
}
