package org.hotline115.gateway.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.util.List;
import java.util.Set;
import org.hotline115.callflow.access.AccessFeature;
import org.hotline115.callflow.access.ManagedSites;
import org.hotline115.callflow.access.Phone;
import org.hotline115.callflow.access.Role;
import org.hotline115.callflow.access.Session;
import org.hotline115.callflow.access.SessionToken;
import org.hotline115.callflow.access.Sessions;
import org.hotline115.callflow.access.SignIn;
import org.hotline115.callflow.access.SignInResult;
import org.hotline115.callflow.access.Stations;

/** Signing in and out. */
public final class SessionRoutes implements Routes {

  /** What the page knows of itself. */
  record SessionView(
      String agent,
      String displayName,
      Role role,
      String csrf,
      List<Phone> phones,
      Set<String> sites,
      boolean demo) {}

  private final SignIn signIn;
  private final Sessions sessions;
  private final Stations stations;
  private final ManagedSites sites;
  private final WebSettings settings;

  public SessionRoutes(AccessFeature access, Stations stations, WebSettings settings) {
    this.signIn = access.signIn();
    this.sessions = access.sessions();
    this.sites = access.managedSites();
    this.stations = stations;
    this.settings = settings;
  }

  @Override
  public void mount(Api api) {
    api.post("/api/session", this::signIn);
    api.get("/api/session", request -> Answer.ok(view(request.token(), request.session())));
    api.delete("/api/session", this::signOut);
  }

  private Answer signIn(ApiRequest request) {
    Fields fields = request.fields();
    String name = fields.text("name", 64);
    String password = fields.text("password", 256);
    fields.nothingElse();
    return switch (signIn.signIn(name, password, request.address())) {
      case SignInResult.SignedIn in -> {
        request.signedIn().ifPresent(before -> sessions.end(before.token()));
        yield Answer.ok(view(in.token(), in.session())).withCookie(cookie(in.token().value()));
      }
      case SignInResult.WrongCredentials wrong ->
          Answer.problem(401, "WRONG_CREDENTIALS", "name or password is wrong");
      case SignInResult.TooManyAttempts many ->
          Answer.problem(
              Problem.of(429, "TOO_MANY_ATTEMPTS", "too many tries")
                  .with("retryAfterSeconds", many.retryAfter().toSeconds() + 1));
    };
  }

  private Answer signOut(ApiRequest request) {
    sessions.end(request.token());
    return Answer.noContent().withCookie(cookie("").setMaxAge(0));
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(settings.cookieName(), value)
        .setPath("/")
        .setHttpOnly(true)
        .setSecure(settings.secure())
        .setSameSite(CookieSameSite.STRICT);
  }

  private SessionView view(SessionToken token, Session session) {
    return new SessionView(
        session.agent().value(),
        session.account().displayName(),
        session.role(),
        token.csrf(),
        stations.of(session.agent()),
        sites.of(session.agent()),
        settings.demo());
  }
}
