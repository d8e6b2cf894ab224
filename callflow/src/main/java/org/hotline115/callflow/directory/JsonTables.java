package org.hotline115.callflow.directory;

/** Reads a list of groups that was written as JSON. The gateway knows how. */
public interface JsonTables {

  /** Throws {@link FileRefused}. */
  ImportTable read(byte[] bytes);
}
