package org.hotline115.gateway.web;

import io.vertx.core.http.Cookie;
import org.jspecify.annotations.Nullable;

/** What a route answers: a status, a body that becomes JSON, and now and then a cookie. */
public record Answer(int status, @Nullable Object body, @Nullable Cookie cookie) {

  public static Answer ok(Object body) {
    return new Answer(200, body, null);
  }

  public static Answer created(Object body) {
    return new Answer(201, body, null);
  }

  public static Answer accepted() {
    return new Answer(202, null, null);
  }

  public static Answer noContent() {
    return new Answer(204, null, null);
  }

  public static Answer problem(Problem problem) {
    return new Answer(problem.status(), problem, null);
  }

  public static Answer problem(int status, String code, String detail) {
    return problem(Problem.of(status, code, detail));
  }

  Answer withCookie(Cookie added) {
    return new Answer(status, body, added);
  }
}
