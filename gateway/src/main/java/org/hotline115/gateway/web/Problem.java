package org.hotline115.gateway.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the browser is told when something does not go: {@code application/problem+json}. The code
 * is for the dashboard's words, the detail is for a developer. Holds nothing that a caller said.
 */
public record Problem(
    int status, String code, @Nullable String field, String detail, Map<String, Object> more) {

  public static Problem of(int status, String code, String detail) {
    return new Problem(status, code, null, detail, Map.of());
  }

  public static Problem field(String code, String field, String detail) {
    return new Problem(400, code, field, detail, Map.of());
  }

  public Problem with(String name, Object value) {
    Map<String, Object> both = new LinkedHashMap<>(more);
    both.put(name, value);
    return new Problem(status, code, field, detail, both);
  }

  /** The same, as a way out of reading a request. Carries no stack: it is no bug. */
  public Refused refused() {
    return new Refused(this);
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", status);
    body.put("code", code);
    if (field != null) {
      body.put("field", field);
    }
    body.put("detail", detail);
    body.putAll(more);
    return body;
  }

  /** Thrown while a request is read; caught once, by the router. */
  public static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private Refused(Problem problem) {
      super(problem.code(), null, false, false);
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }
}
