package org.hotline115.gateway.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.access.SessionCheck;
import org.hotline115.callflow.access.SessionToken;
import org.hotline115.callflow.access.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in: known address, own origin, living session, CSRF token, role. Fails closed. The
 * same gate stands before the live socket.
 */
public final class Gate {

  private final WebSettings settings;
  private final Sessions sessions;

  public Gate(WebSettings settings, Sessions sessions) {
    this.settings = settings;
    this.sessions = sessions;
  }

  /** Refuses names that are not ours (DNS rebinding) and pages that are not ours. Never blocks. */
  public void checkAddress(HttpServerRequest request) {
    int port = request.localAddress().port();
    String host = request.getHeader("Host");
    if (host == null || !settings.authorities(port).contains(host)) {
      throw Problem.of(421, "UNKNOWN_HOST", "this server has another name").refused();
    }
    boolean reads =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    String origin = request.getHeader("Origin");
    if (!reads && origin != null && !settings.isOwnOrigin(origin, port)) {
      throw Problem.of(403, "FOREIGN_ORIGIN", "another site asked for this").refused();
    }
  }

  /** A socket always says where its page came from; one that does not is no browser of ours. */
  public boolean isOwnPage(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    return origin != null && settings.isOwnOrigin(origin, request.localAddress().port());
  }

  /** The token in the cookie; none when it is missing, malformed or there twice. Never blocks. */
  public Optional<SessionToken> token(HttpServerRequest request) {
    String prefix = settings.cookieName() + "=";
    List<String> ours =
        request.headers().getAll("Cookie").stream()
            .flatMap(header -> Stream.of(header.split(";")))
            .map(String::strip)
            .filter(cookie -> cookie.startsWith(prefix))
            .toList();
    return ours.size() == 1
        ? SessionToken.parse(ours.getFirst().substring(prefix.length()))
        : Optional.empty();
  }

  /** The living session of this token. May block: asks PostgreSQL now and then. */
  public Optional<Session> session(Optional<SessionToken> token) {
    return signedIn(token).map(ApiRequest.SignedIn::session);
  }

  Optional<ApiRequest.SignedIn> signedIn(Optional<SessionToken> token) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    return switch (sessions.check(token.get())) {
      case SessionCheck.Valid valid ->
          Optional.of(new ApiRequest.SignedIn(token.get(), valid.session()));
      case SessionCheck.SignedOut out -> Optional.empty();
      case SessionCheck.RecordsDown down ->
          throw Problem.of(503, "RECORDS_DOWN", "sessions cannot be checked now").refused();
    };
  }

  void checkAllowed(
      HttpMethod method,
      Set<Role> roles,
      Optional<ApiRequest.SignedIn> signedIn,
      @Nullable String csrf) {
    if (roles.isEmpty()) {
      return;
    }
    ApiRequest.SignedIn who = signedIn.orElseThrow(ApiRequest::signedOut);
    if (!method.equals(HttpMethod.GET) && !sameSecret(who.token().csrf(), csrf)) {
      throw Problem.of(403, "CSRF", "the X-CSRF-Token does not belong to the session").refused();
    }
    if (!roles.contains(who.session().role())) {
      throw Problem.of(403, "NOT_ALLOWED", "this role may not do this").refused();
    }
  }

  private static boolean sameSecret(String expected, @Nullable String shown) {
    return shown != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }
}
