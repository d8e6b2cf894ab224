package org.hotline115.gateway.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.hotline115.callflow.access.AgentId;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.household.Composition;
import org.hotline115.callflow.household.HouseholdFeature;
import org.hotline115.callflow.household.HouseholdFile;
import org.hotline115.callflow.household.HouseholdId;
import org.hotline115.callflow.household.HouseholdResult;
import org.hotline115.callflow.household.KeepHousehold;
import org.hotline115.callflow.household.MemberId;
import org.hotline115.callflow.household.Referent;
import org.hotline115.callflow.household.ReferentId;
import org.hotline115.callflow.person.Opening;
import org.hotline115.callflow.person.PersonId;

/** A person's household: every look and every change names what it is for, as for their file. */
public final class HouseholdRoutes implements Routes {

  private static final String HOUSEHOLD = "/api/persons/:personId/household";

  private final HouseholdFeature households;
  private final DisplayNames names;
  private final ZoneId zone;
  private final InstantSource clock;

  public HouseholdRoutes(
      HouseholdFeature households, DisplayNames names, ZoneId zone, InstantSource clock) {
    this.households = households;
    this.names = names;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get(HOUSEHOLD, this::open);
    api.post(HOUSEHOLD, this::start);
    api.put(HOUSEHOLD, this::change);
    api.post(HOUSEHOLD + "/members", this::join);
    api.post(HOUSEHOLD + "/members/:memberId/leave", this::leave);
    api.put(HOUSEHOLD + "/referent", this::nameReferent);
    api.post(HOUSEHOLD + "/referent/end", this::endReferent);
  }

  private Answer open(ApiRequest request) {
    Fields fields = request.queryFields();
    Opening opening = said(fields).opening();
    fields.nothingElse();
    return answer(households.openHousehold().open(person(request), opening, request.session()));
  }

  private Answer start(ApiRequest request) {
    Fields fields = request.fields();
    HouseholdFields said = said(fields);
    HouseholdId id = new HouseholdId(fields.uuid("householdId"));
    KeepHousehold.Arrival arrival = said.arrival();
    Composition composition = said.composition();
    Opening opening = said.opening();
    fields.nothingElse();
    return answer(
        keep().start(id, composition, arrival, person(request), opening, request.session()));
  }

  private Answer change(ApiRequest request) {
    Fields fields = request.fields();
    HouseholdFields said = said(fields);
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    Composition composition = said.composition();
    Opening opening = said.opening();
    fields.nothingElse();
    return answer(keep().change(version, composition, person(request), opening, request.session()));
  }

  private Answer join(ApiRequest request) {
    Fields fields = request.fields();
    HouseholdFields said = said(fields);
    PersonId other = new PersonId(fields.uuid("otherId"));
    KeepHousehold.Arrival arrival = said.arrival();
    Opening opening = said.opening();
    fields.nothingElse();
    return answer(keep().join(other, arrival, person(request), opening, request.session()));
  }

  private Answer leave(ApiRequest request) {
    Fields fields = request.fields();
    HouseholdFields said = said(fields);
    LocalDate on = said.day("on");
    Opening opening = said.opening();
    fields.nothingElse();
    MemberId member = new MemberId(request.uuid("memberId"));
    return answer(keep().leave(member, on, person(request), opening, request.session()));
  }

  private Answer nameReferent(ApiRequest request) {
    Fields fields = request.fields();
    HouseholdFields said = said(fields);
    ReferentId id = new ReferentId(fields.uuid("referentId"));
    AgentId agent = said.referent();
    Opening opening = said.opening();
    fields.nothingElse();
    return answer(keep().nameReferent(id, agent, person(request), opening, request.session()));
  }

  private Answer endReferent(ApiRequest request) {
    Fields fields = request.fields();
    Referent.End reason = fields.code("reason", Referent.End.class);
    Opening opening = said(fields).opening();
    fields.nothingElse();
    return answer(keep().endReferent(reason, person(request), opening, request.session()));
  }

  private KeepHousehold keep() {
    return households.keepHousehold();
  }

  private HouseholdFields said(Fields fields) {
    return new HouseholdFields(fields, zone, clock);
  }

  private static PersonId person(ApiRequest request) {
    return new PersonId(request.uuid("personId"));
  }

  private Answer answer(HouseholdResult result) {
    return switch (result) {
      case HouseholdResult.Noted noted -> Answer.ok(view(noted.file()));
      case HouseholdResult.NoPurpose _ -> PersonRoutes.noPurpose();
      case HouseholdResult.NothingThere _ ->
          Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case HouseholdResult.ChangedElsewhere changed ->
          Answer.problem(
              Problem.of(409, "CHANGED_ELSEWHERE", "somebody saved in between")
                  .with("current", view(changed.current())));
      case HouseholdResult.OtherThing _ ->
          Answer.problem(409, "OTHER_THING", "this id is something else's");
      case HouseholdResult.TooEarly _ ->
          Answer.problem(
              409, "BEFORE_IT_BEGAN", "before they came, or left the household they were in");
      case HouseholdResult.NoSuchAgent _ ->
          Answer.problem(
              new Problem(422, "NO_SUCH_AGENT", "agent", "nobody of that name", Map.of()));
    };
  }

  private HouseholdView view(HouseholdFile file) {
    return HouseholdView.of(file, households.openHousehold().candidates(), names);
  }
}
