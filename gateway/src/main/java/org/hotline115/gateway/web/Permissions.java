package org.hotline115.gateway.web;

import static org.hotline115.callflow.access.Role.ADMIN;
import static org.hotline115.callflow.access.Role.COORDINATOR;
import static org.hotline115.callflow.access.Role.LISTENER;
import static org.hotline115.callflow.access.Role.PLACE_MANAGER;
import static org.hotline115.callflow.access.Role.SUPERVISOR;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline115.callflow.access.Role;

/**
 * The one place that says who may ask what. A route that is not in this table cannot be mounted.
 * The empty set means: also without a session. What belongs to one agent or one site only is
 * decided by the use case itself.
 */
final class Permissions {

  private static final Set<Role> NOBODY_YET = Set.of();
  private static final Set<Role> EVERYBODY = Set.of(Role.values());
  private static final Set<Role> DESK = Set.of(LISTENER, COORDINATOR, SUPERVISOR, ADMIN);

  /** Who works with people, and needs to know where one is brought. */
  private static final Set<Role> NIGHT = Set.of(LISTENER, COORDINATOR, SUPERVISOR);

  private static final Set<Role> KEEPERS = Set.of(COORDINATOR, SUPERVISOR, ADMIN);
  private static final Set<Role> SUPERVISORS = Set.of(SUPERVISOR, ADMIN);
  private static final Set<Role> PLACES = Set.of(PLACE_MANAGER, COORDINATOR, SUPERVISOR, ADMIN);

  static final Map<String, Set<Role>> ROLES =
      Map.ofEntries(
          Map.entry("POST /api/session", NOBODY_YET),
          Map.entry("GET /api/session", EVERYBODY),
          Map.entry("DELETE /api/session", EVERYBODY),
          Map.entry("GET /api/desk", DESK),
          Map.entry("PUT /api/agent/phone", DESK),
          Map.entry("PUT /api/agent/state", DESK),
          Map.entry("GET /api/agent/languages", DESK),
          Map.entry("PUT /api/agent/languages", DESK),
          Map.entry("GET /api/softphone", DESK),
          Map.entry("GET /api/demo/caller", NOBODY_YET),
          Map.entry("POST /api/calls/:callId/hangup", DESK),
          Map.entry("POST /api/calls/:callId/rescue", DESK),
          Map.entry("GET /api/rescue", DESK),
          Map.entry("GET /api/calls/:callId/texts", DESK),
          Map.entry("POST /api/calls/:callId/texts", DESK),
          Map.entry("GET /api/colleagues", DESK),
          Map.entry("POST /api/calls/:callId/colleague", DESK),
          Map.entry("DELETE /api/calls/:callId/colleague", DESK),
          Map.entry("POST /api/calls/:callId/pass-on", DESK),
          Map.entry("GET /api/interpreters", DESK),
          Map.entry("POST /api/calls/:callId/interpreter", DESK),
          Map.entry("DELETE /api/calls/:callId/interpreter", DESK),
          Map.entry("GET /api/contacts", DESK),
          Map.entry("POST /api/contacts", DESK),
          Map.entry("GET /api/contacts/:contactId", DESK),
          Map.entry("PATCH /api/contacts/:contactId", DESK),
          Map.entry("POST /api/contacts/:contactId/close", DESK),
          Map.entry("POST /api/contacts/:contactId/renew", DESK),
          Map.entry("GET /api/contacts/:contactId/person", DESK),
          Map.entry("POST /api/contacts/:contactId/person/search", DESK),
          Map.entry("PUT /api/contacts/:contactId/person", DESK),
          Map.entry("DELETE /api/contacts/:contactId/person", DESK),
          Map.entry("GET /api/handover", DESK),
          Map.entry("POST /api/handover/entries", DESK),
          Map.entry("POST /api/handover/entries/:entryId/read", DESK),
          Map.entry("POST /api/handover/tasks", DESK),
          Map.entry("PUT /api/handover/tasks/:taskId/owner", DESK),
          Map.entry("PUT /api/handover/tasks/:taskId/done", DESK),
          Map.entry("POST /api/persons", DESK),
          Map.entry("GET /api/persons/:personId", DESK),
          Map.entry("PUT /api/persons/:personId", DESK),
          Map.entry("POST /api/persons/:personId/merges", DESK),
          Map.entry("POST /api/persons/:personId/merges/:mergeId/undo", DESK),
          Map.entry("POST /api/persons/:personId/numbers", DESK),
          Map.entry("PUT /api/persons/:personId/numbers/:numberId", DESK),
          Map.entry("DELETE /api/persons/:personId/numbers/:numberId", DESK),
          Map.entry("GET /api/persons/:personId/household", DESK),
          Map.entry("POST /api/persons/:personId/household", DESK),
          Map.entry("PUT /api/persons/:personId/household", DESK),
          Map.entry("POST /api/persons/:personId/household/members", DESK),
          Map.entry("POST /api/persons/:personId/household/members/:memberId/leave", DESK),
          Map.entry("PUT /api/persons/:personId/household/referent", DESK),
          Map.entry("POST /api/persons/:personId/household/referent/end", DESK),
          Map.entry("GET /api/contacts/:contactId/evaluation", DESK),
          Map.entry("POST /api/contacts/:contactId/evaluation", DESK),
          Map.entry("GET /api/evaluations", DESK),
          Map.entry("GET /api/evaluations/:evaluationId", DESK),
          Map.entry("PUT /api/evaluations/:evaluationId", DESK),
          Map.entry("PUT /api/evaluations/:evaluationId/owner", DESK),
          Map.entry("GET /api/evaluation-figures", KEEPERS),
          Map.entry("GET /api/vulnerability-right", DESK),
          Map.entry("GET /api/persons/:personId/vulnerabilities", DESK),
          Map.entry("POST /api/persons/:personId/vulnerabilities", DESK),
          Map.entry("POST /api/persons/:personId/vulnerabilities/erase", DESK),
          Map.entry("GET /api/board", EVERYBODY),
          Map.entry("GET /api/board/search", DESK),
          Map.entry("GET /api/communes", DESK),
          Map.entry("GET /api/board/alarms", KEEPERS),
          Map.entry("POST /api/board/alarms/:alarmId/decide", KEEPERS),
          Map.entry("PUT /api/place-groups/:placeGroupId/free", PLACES),
          Map.entry("GET /api/holds", DESK),
          Map.entry("POST /api/holds", DESK),
          Map.entry("DELETE /api/holds/:holdId", DESK),
          Map.entry("POST /api/holds/:holdId/extend", DESK),
          Map.entry("POST /api/holds/:holdId/offer", DESK),
          Map.entry("POST /api/holds/:holdId/refuse", DESK),
          Map.entry("POST /api/holds/:holdId/confirm", DESK),
          Map.entry("GET /api/contacts/:contactId/request", DESK),
          Map.entry("POST /api/contacts/:contactId/request", DESK),
          Map.entry("PUT /api/contacts/:contactId/request", DESK),
          Map.entry("POST /api/contacts/:contactId/request/join", DESK),
          Map.entry("GET /api/requests/waiting", DESK),
          Map.entry("GET /api/freed-places", DESK),
          Map.entry("POST /api/freed-places/:freedId/take", DESK),
          Map.entry("POST /api/freed-places/:freedId/pass", DESK),
          Map.entry("GET /api/placements", PLACES),
          Map.entry("GET /api/placements/to-check", DESK),
          Map.entry("GET /api/placements/figures", DESK),
          Map.entry("GET /api/placements/secret", NIGHT),
          Map.entry("POST /api/placements/:placementId/address", NIGHT),
          Map.entry("POST /api/placements/:placementId/move", EVERYBODY),
          Map.entry("GET /api/callbacks", DESK),
          Map.entry("POST /api/callbacks/:callbackId/cancel", DESK),
          Map.entry("POST /api/callbacks/:callbackId/machine", DESK),
          Map.entry("GET /api/messages", DESK),
          Map.entry("GET /api/text-alerts", DESK),
          Map.entry("POST /api/text-alerts/:alertId/take", DESK),
          Map.entry("GET /api/closures", PLACES),
          Map.entry("POST /api/closures", PLACES),
          Map.entry("POST /api/closures/:closureId/end", PLACES),
          Map.entry("GET /api/schedules", DESK),
          Map.entry("POST /api/schedules", KEEPERS),
          Map.entry("POST /api/schedules/:scheduleId/end", KEEPERS),
          Map.entry("POST /api/schedules/:scheduleId/closed-days", KEEPERS),
          Map.entry("DELETE /api/schedules/:scheduleId/closed-days/:day", KEEPERS),
          Map.entry("GET /api/slots", DESK),
          Map.entry("GET /api/appointments", DESK),
          Map.entry("POST /api/appointments", DESK),
          Map.entry("POST /api/appointments/:appointmentId/move", DESK),
          Map.entry("POST /api/appointments/:appointmentId/reach", DESK),
          Map.entry("POST /api/appointments/:appointmentId/status", DESK),
          Map.entry("POST /api/walk-ins", DESK),
          Map.entry("GET /api/appointment-figures", KEEPERS),
          Map.entry("GET /api/waiting-list", DESK),
          Map.entry("POST /api/waiting-list", DESK),
          Map.entry("POST /api/waiting-list/:waitId/leave", DESK),
          Map.entry("POST /api/appointments/:appointmentId/wait", DESK),
          Map.entry("POST /api/slot-offers", DESK),
          Map.entry("POST /api/slot-offers/:offerId/answer", DESK),
          Map.entry("POST /api/slot-offers/:offerId/number", DESK),
          Map.entry("GET /api/reference", EVERYBODY),
          Map.entry("PUT /api/reference/:list", KEEPERS),
          Map.entry("GET /api/directory", KEEPERS),
          Map.entry("GET /api/directory/export", KEEPERS),
          Map.entry("POST /api/directory/groups", KEEPERS),
          Map.entry("PATCH /api/directory/groups/:placeGroupId", KEEPERS),
          Map.entry("POST /api/directory/groups/:placeGroupId/retire", KEEPERS),
          Map.entry("PATCH /api/directory/sites/:siteId", KEEPERS),
          Map.entry("GET /api/imports", KEEPERS),
          Map.entry("POST /api/imports", KEEPERS),
          Map.entry("GET /api/imports/:importId", KEEPERS),
          Map.entry("POST /api/imports/:importId/apply", KEEPERS),
          Map.entry("GET /api/surge-plans", KEEPERS),
          Map.entry("POST /api/surge-plans", KEEPERS),
          Map.entry("POST /api/surge-plans/:planId/end", KEEPERS),
          Map.entry("GET /api/priority-rules", DESK),
          Map.entry("PUT /api/priority-rules/active", KEEPERS),
          Map.entry("GET /api/lines", DESK),
          Map.entry("POST /api/lines/:line/acts", SUPERVISORS),
          Map.entry("GET /api/calls/waiting", SUPERVISORS),
          Map.entry("GET /api/notices", DESK),
          Map.entry("POST /api/notices", SUPERVISORS),
          Map.entry("POST /api/notices/:noticeId/end", SUPERVISORS),
          Map.entry("POST /api/calls/:callId/first", SUPERVISORS),
          Map.entry("GET /api/voicemails", DESK),
          Map.entry("GET /api/voicemails/:callId/sound", DESK),
          Map.entry("POST /api/voicemails/:callId/done", DESK),
          Map.entry("GET /api/free-links/:token", NOBODY_YET),
          Map.entry("POST /api/free-links/:token", NOBODY_YET),
          Map.entry("GET /api/freshness", KEEPERS),
          Map.entry("POST /api/freshness/:placeGroupId/called", KEEPERS),
          Map.entry("POST /api/freshness/:placeGroupId/ask", KEEPERS),
          Map.entry("GET /api/sites/:siteId/channel", PLACES),
          Map.entry("PUT /api/sites/:siteId/channel", PLACES),
          Map.entry("POST /api/sites/:siteId/code", KEEPERS),
          Map.entry("POST /api/sites/:siteId/link", KEEPERS),
          Map.entry("GET /api/sites/:siteId/keys", KEEPERS),
          Map.entry("POST /api/sites/:siteId/keys", KEEPERS),
          Map.entry("DELETE /api/sites/:siteId/keys/:keyId", KEEPERS),
          Map.entry("GET /api/abandoned", SUPERVISORS),
          Map.entry("POST /api/abandoned/:callId/callback", SUPERVISORS),
          Map.entry("GET /api/wallboard", DESK),
          Map.entry("GET /api/reports", SUPERVISORS),
          Map.entry("GET /api/reports/export", SUPERVISORS),
          Map.entry("GET /openapi.json", NOBODY_YET));

  private Permissions() {}

  static Optional<Set<Role>> of(String route) {
    return Optional.ofNullable(ROLES.get(route));
  }
}
