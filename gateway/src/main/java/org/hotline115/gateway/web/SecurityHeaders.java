package org.hotline115.gateway.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** What every answer says to the browser about what a page of ours may do. */
final class SecurityHeaders {

  private final WebSettings settings;

  SecurityHeaders(WebSettings settings) {
    this.settings = settings;
  }

  void add(RoutingContext context) {
    MultiMap headers = context.response().headers();
    headers.set("Content-Security-Policy", policy(Set.of()));
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
    headers.set("Cache-Control", "no-store");
    if (settings.secure()) {
      headers.set("Strict-Transport-Security", "max-age=31536000");
    }
    context.next();
  }

  /** {@code inlineHashes}: the import maps that stand in the page itself, by their SHA-256. */
  String policy(Set<String> inlineHashes) {
    StringBuilder scripts = new StringBuilder("'self'");
    inlineHashes.forEach(hash -> scripts.append(" 'sha256-").append(hash).append('\''));
    return "default-src 'none'; script-src "
        + scripts
        + "; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self' blob:; "
        + "manifest-src 'self'; worker-src 'self'; connect-src 'self' "
        + live()
        + " "
        + settings.sipSocket()
        + "; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  }

  /** Older browsers do not count the WebSocket as 'self'. */
  private String live() {
    return (settings.secure() ? "wss://" : "ws://") + settings.publicAddress().getAuthority();
  }
}
