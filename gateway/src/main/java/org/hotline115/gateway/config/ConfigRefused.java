package org.hotline115.gateway.config;

import java.util.List;

/** The configuration is not fit to start with. The message lists every problem, one a line. */
public final class ConfigRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  ConfigRefused(String file, List<String> problems) {
    super(file + " is refused:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each as {@code path: what is wrong}. */
  public List<String> problems() {
    return problems;
  }
}
