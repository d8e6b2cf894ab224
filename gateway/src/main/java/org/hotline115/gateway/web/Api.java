package org.hotline115.gateway.web;

import io.vertx.core.http.HttpMethod;

/** Where a feature hangs its routes. The handler runs on a virtual thread and may block. */
public interface Api {

  /** Answers one request. Whatever it throws is a bug and becomes a plain 500. */
  interface Handler {
    Answer handle(ApiRequest request);
  }

  void route(HttpMethod method, String path, Handler handler);

  default void get(String path, Handler handler) {
    route(HttpMethod.GET, path, handler);
  }

  default void post(String path, Handler handler) {
    route(HttpMethod.POST, path, handler);
  }

  default void put(String path, Handler handler) {
    route(HttpMethod.PUT, path, handler);
  }

  default void patch(String path, Handler handler) {
    route(HttpMethod.PATCH, path, handler);
  }

  default void delete(String path, Handler handler) {
    route(HttpMethod.DELETE, path, handler);
  }
}
