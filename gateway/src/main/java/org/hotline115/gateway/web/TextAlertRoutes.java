package org.hotline115.gateway.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.caller.PhoneNumber;
import org.hotline115.callflow.message.JdbcTextAlerts;
import org.hotline115.callflow.message.TextAlert;
import org.jspecify.annotations.Nullable;

/** Texts with words of distress: who takes one reads it, and calls back. */
public final class TextAlertRoutes implements Routes {

  /** An alert that nobody has taken; the number is its mask. */
  public record AlertView(UUID alertId, Instant raisedAt, @Nullable PhoneNumber from) {

    static AlertView of(TextAlert alert) {
      return new AlertView(alert.alertId(), alert.raisedAt(), alert.from());
    }
  }

  /** For who took it alone: the words, and the number to dial. */
  private record TakenView(UUID alertId, Instant raisedAt, @Nullable String dial, String body) {}

  private final JdbcTextAlerts alerts;
  private final DisplayNames names;

  public TextAlertRoutes(JdbcTextAlerts alerts, DisplayNames names) {
    this.alerts = alerts;
    this.names = names;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/text-alerts", request -> Answer.ok(open()));
    api.post("/api/text-alerts/:alertId/take", this::take);
  }

  /** Also what another gateway raised: all read the same rows. */
  public List<AlertView> open() {
    return alerts.open().stream().map(AlertView::of).toList();
  }

  private Answer take(ApiRequest request) {
    request.fields().nothingElse();
    return switch (alerts.take(request.uuid("alertId"), request.agent())) {
      case TextAlert.Taking.Taken(TextAlert alert, String body) -> {
        PhoneNumber from = alert.from();
        yield Answer.ok(
            new TakenView(
                alert.alertId(), alert.raisedAt(), from == null ? null : from.e164(), body));
      }
      case TextAlert.Taking.Others(String takenBy) ->
          Answer.problem(
              Problem.of(409, "ALERT_TAKEN", "somebody else reads it already")
                  .with("name", names.of(new AgentId(takenBy))));
      case TextAlert.Taking.NoSuchAlert _ ->
          Answer.problem(404, "NOT_FOUND", "there is nothing here");
    };
  }
}
