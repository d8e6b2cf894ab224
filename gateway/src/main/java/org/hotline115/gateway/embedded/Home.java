package org.hotline115.gateway.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are, and where one machine keeps its own. */
record Home(Path root) {

  /** The folder the launcher stands in ({@code HOTLINE_HOME}), else the working folder. */
  static Home find() {
    String given = System.getenv("HOTLINE_HOME");
    Path root = Path.of(given == null ? "" : given).toAbsolutePath().normalize();
    if (!Files.isDirectory(root.resolve("config/asterisk"))) {
      throw new Part.StartFailed(
          root + " holds no config/asterisk: start with ./hotline, or set HOTLINE_HOME");
    }
    return new Home(root);
  }

  Path data() {
    return root.resolve(".hotline");
  }

  Path data(String name) {
    return data().resolve(name);
  }

  Path script(String name) {
    return root.resolve("config").resolve(name);
  }
}
