package org.hotline115.gateway.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that is wrong with a configuration, each with its path, so that one look mends all.
 */
final class Problems {

  private final List<String> found = new ArrayList<>();

  void add(String path, String what) {
    found.add((path.isEmpty() ? "the file" : path) + ": " + what);
  }

  ConfigRefused refusal(String file) {
    return new ConfigRefused(file, found);
  }

  boolean none() {
    return found.isEmpty();
  }
}
