package org.hotline115.callflow.message;

import java.util.List;

/** The texts are not fit to start with. The message lists every problem, one a line. */
public final class TemplatesRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  TemplatesRefused(List<String> problems) {
    super("the texts are refused:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each as {@code fr/BED_OFFER.txt: what is wrong}. */
  public List<String> problems() {
    return problems;
  }
}
