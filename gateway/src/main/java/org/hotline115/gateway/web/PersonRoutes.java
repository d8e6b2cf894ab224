package org.hotline115.gateway.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hotline115.callflow.access.DisplayNames;
import org.hotline115.callflow.person.MergeId;
import org.hotline115.callflow.person.NumberId;
import org.hotline115.callflow.person.Opening;
import org.hotline115.callflow.person.PersonDetails;
import org.hotline115.callflow.person.PersonFeature;
import org.hotline115.callflow.person.PersonFile;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.person.PersonResult;
import org.hotline115.callflow.person.Safety;
import org.hotline115.callflow.person.Timeline;

/** A person's file: every look and every change names what it is for. */
public final class PersonRoutes implements Routes {

  private static final int WRITTEN_NUMBER_MAX = 40;

  private final PersonFeature persons;
  private final DisplayNames names;
  private final ZoneId zone;
  private final InstantSource clock;

  public PersonRoutes(PersonFeature persons, DisplayNames names, ZoneId zone, InstantSource clock) {
    this.persons = persons;
    this.names = names;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.post("/api/persons", this::add);
    api.get("/api/persons/:personId", this::open);
    api.put("/api/persons/:personId", this::change);
    api.post("/api/persons/:personId/merges", this::merge);
    api.post("/api/persons/:personId/merges/:mergeId/undo", this::undoMerge);
    api.post("/api/persons/:personId/numbers", this::addNumber);
    api.put("/api/persons/:personId/numbers/:numberId", this::changeNumber);
    api.delete("/api/persons/:personId/numbers/:numberId", this::removeNumber);
  }

  private record MergeView(MergeId mergeId, String code, Instant mergedAt, String mergedBy) {}

  private record FileView(
      PersonView person,
      Timeline timeline,
      List<PersonView.FoundView> alike,
      List<MergeView> merges) {}

  private Answer add(ApiRequest request) {
    Fields fields = request.fields();
    PersonFields said = said(fields);
    PersonId id = new PersonId(fields.uuid("personId"));
    Opening opening = said.opening();
    PersonDetails details = said.details();
    fields.nothingElse();
    return answer(persons.keepPerson().add(id, details, opening, request.session()));
  }

  private Answer open(ApiRequest request) {
    Fields fields = request.queryFields();
    Opening opening = said(fields).opening();
    fields.nothingElse();
    return persons
        .openFile()
        .open(person(request), opening, request.session())
        .map(this::view)
        .map(Answer::ok)
        .orElseGet(PersonRoutes::noPurpose);
  }

  private FileView view(PersonFile file) {
    return new FileView(
        PersonView.of(file.person()),
        file.timeline(),
        file.alike().stream().map(PersonView.FoundView::of).toList(),
        file.merges().stream()
            .map(merge ->
                new MergeView(
                    merge.mergeId(),
                    merge.code().value(),
                    merge.mergedAt(),
                    names.of(merge.mergedBy())))
            .toList());
  }

  private Answer merge(ApiRequest request) {
    Fields fields = request.fields();
    MergeId id = new MergeId(fields.uuid("mergeId"));
    PersonId other = new PersonId(fields.uuid("otherId"));
    Opening opening = said(fields).opening();
    fields.nothingElse();
    return answer(
        persons.mergePersons().merge(id, person(request), other, opening, request.session()));
  }

  private Answer undoMerge(ApiRequest request) {
    Fields fields = request.fields();
    Opening opening = said(fields).opening();
    fields.nothingElse();
    MergeId id = new MergeId(request.uuid("mergeId"));
    return answer(persons.mergePersons().undo(id, person(request), opening, request.session()));
  }

  private Answer change(ApiRequest request) {
    Fields fields = request.fields();
    PersonFields said = said(fields);
    int version = fields.number("version", 1, Integer.MAX_VALUE);
    Opening opening = said.opening();
    PersonDetails details = said.details();
    fields.nothingElse();
    return answer(
        persons.keepPerson().change(person(request), version, details, opening, request.session()));
  }

  private Answer addNumber(ApiRequest request) {
    Fields fields = request.fields();
    PersonFields said = said(fields);
    NumberId id = new NumberId(fields.uuid("numberId"));
    String written = fields.text("number", WRITTEN_NUMBER_MAX);
    Opening opening = said.opening();
    Safety safety = said.safety();
    fields.nothingElse();
    return answer(
        persons
            .keepPerson()
            .addNumber(person(request), id, written, safety, opening, request.session()));
  }

  private Answer changeNumber(ApiRequest request) {
    Fields fields = request.fields();
    PersonFields said = said(fields);
    Opening opening = said.opening();
    Safety safety = said.safety();
    fields.nothingElse();
    return answer(
        persons
            .keepPerson()
            .changeNumber(person(request), number(request), safety, opening, request.session()));
  }

  private Answer removeNumber(ApiRequest request) {
    Fields fields = request.queryFields();
    Opening opening = said(fields).opening();
    fields.nothingElse();
    return answer(
        persons
            .keepPerson()
            .removeNumber(person(request), number(request), opening, request.session()));
  }

  private PersonFields said(Fields fields) {
    return new PersonFields(fields, zone, clock);
  }

  private static PersonId person(ApiRequest request) {
    return new PersonId(request.uuid("personId"));
  }

  private static NumberId number(ApiRequest request) {
    return new NumberId(request.uuid("numberId"));
  }

  static Answer answer(PersonResult result) {
    return switch (result) {
      case PersonResult.Noted noted -> Answer.ok(PersonView.of(noted.person()));
      case PersonResult.NoSuchPerson _ -> Answer.problem(404, "NOT_FOUND", "there is nothing here");
      case PersonResult.NoPurpose _ -> noPurpose();
      case PersonResult.ChangedElsewhere changed ->
          Answer.problem(
              Problem.of(409, "CHANGED_ELSEWHERE", "somebody saved in between")
                  .with("current", PersonView.of(changed.current())));
      case PersonResult.OtherThing _ ->
          Answer.problem(409, "OTHER_THING", "this id is something else's");
      case PersonResult.NotTwoFiles _ ->
          Answer.problem(409, "NOT_TWO_FILES", "one of them is read in another file already");
      case PersonResult.NoNumber _ ->
          Answer.problem(
              new Problem(422, "NO_NUMBER", "number", "this is no telephone number", Map.of()));
    };
  }

  /** One answer, whether there is such a person or not. */
  static Answer noPurpose() {
    return Answer.problem(
        403, "NO_PURPOSE", "a file opens for a call, a placement or an appointment of one's own");
  }
}
