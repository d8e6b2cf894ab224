package org.hotline115.gateway.web;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.hotline115.callflow.access.Phone;
import org.hotline115.callflow.access.Stations;
import org.hotline115.callflow.store.Secret;

/** What the browser's own telephone registers with: at Asterisk's socket, not through us. */
public final class SoftphoneRoutes implements Routes {

  /** Where Asterisk is, for browsers and for other phones. */
  public record Exchange(URI socket, String sipHost, int sipPort) {}

  /** The page from which a visitor of the demo calls. */
  public record DemoCaller(String user, Secret password, String number) {}

  private final Exchange exchange;
  private final Stations stations;
  private final Optional<DemoCaller> demoCaller;

  public SoftphoneRoutes(Exchange exchange, Stations stations, Optional<DemoCaller> demoCaller) {
    this.exchange = exchange;
    this.stations = stations;
    this.demoCaller = demoCaller;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/softphone", this::softphone);
    api.get("/api/demo/caller", request -> caller());
  }

  private Answer softphone(ApiRequest request) {
    return stations.of(request.agent()).stream()
        .filter(phone -> phone.kind() == Phone.Kind.BROWSER)
        .map(Phone::id)
        .findFirst()
        .flatMap(id -> stations.secret(id).map(secret -> Answer.ok(view(id, secret))))
        .orElseGet(() -> Answer.problem(404, "NOT_FOUND", "you have no browser telephone"));
  }

  private Map<String, Object> view(String user, String password) {
    return Map.of(
        "server",
        exchange.socket().toString(),
        "uri",
        "sip:" + user + "@" + exchange.sipHost(),
        "user",
        user,
        "password",
        password);
  }

  private Answer caller() {
    return demoCaller
        .map(caller ->
            Answer.ok(
                Map.of(
                    "server", exchange.socket().toString(),
                    "uri", "sip:" + caller.user() + "@" + exchange.sipHost(),
                    "user", caller.user(),
                    "password", caller.password().reveal(),
                    "number", caller.number(),
                    "sip", Map.of("host", exchange.sipHost(), "port", exchange.sipPort()))))
        .orElseGet(() -> Answer.problem(404, "NOT_FOUND", "there is nothing here"));
  }
}
