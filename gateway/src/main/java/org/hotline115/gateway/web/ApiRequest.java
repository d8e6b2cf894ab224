package org.hotline115.gateway.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.access.SessionToken;
import org.jspecify.annotations.Nullable;

/** One request that may be carried out: who asks, from where, for what. */
public record ApiRequest(
    Optional<SignedIn> signedIn,
    String address,
    Map<String, String> path,
    Map<String, @Nullable Object> query,
    Map<String, @Nullable Object> body) {

  /** The session and the token that the browser showed for it. */
  public record SignedIn(SessionToken token, Session session) {}

  public Session session() {
    return signedIn.orElseThrow(ApiRequest::signedOut).session();
  }

  public SessionToken token() {
    return signedIn.orElseThrow(ApiRequest::signedOut).token();
  }

  static Problem.Refused signedOut() {
    return Problem.of(401, "SIGNED_OUT", "no session, or it has ended").refused();
  }

  public AgentId agent() {
    return session().agent();
  }

  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalStateException("the route has no " + name);
    }
    return value;
  }

  public UUID uuid(String name) {
    return Fields.uuidInPath(path(name));
  }

  public Fields fields() {
    return new Fields(body);
  }

  public Fields queryFields() {
    return new Fields(query);
  }
}
