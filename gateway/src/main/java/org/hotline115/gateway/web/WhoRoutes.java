package org.hotline115.gateway.web;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hotline115.callflow.contact.ContactId;
import org.hotline115.callflow.person.FoundPerson;
import org.hotline115.callflow.person.PersonDetails;
import org.hotline115.callflow.person.PersonFeature;
import org.hotline115.callflow.person.PersonId;
import org.hotline115.callflow.person.WhoIsCalling;
import org.hotline115.callflow.person.WhoResult;
import org.jspecify.annotations.Nullable;

/**
 * Who a contact is with: suggested, searched, linked. What is searched comes in a body, because
 * addresses are written into logs on the way.
 */
public final class WhoRoutes implements Routes {

  private static final int CODE_MAX = 12;

  private final PersonFeature persons;
  private final ZoneId zone;
  private final InstantSource clock;

  public WhoRoutes(PersonFeature persons, ZoneId zone, InstantSource clock) {
    this.persons = persons;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public void mount(Api api) {
    api.get("/api/contacts/:contactId/person", this::suggest);
    api.post("/api/contacts/:contactId/person/search", this::search);
    api.put("/api/contacts/:contactId/person", this::link);
    api.delete("/api/contacts/:contactId/person", this::unlink);
  }

  private record WhoView(PersonView.@Nullable FoundView linked, List<PersonView.FoundView> found) {}

  private Answer suggest(ApiRequest request) {
    return answer(persons.whoIsCalling().byNumber(contact(request), request.session()));
  }

  private Answer search(ApiRequest request) {
    Fields fields = request.fields();
    Optional<String> code = fields.optionalText("code", CODE_MAX);
    Optional<String> name = fields.optionalText("name", 3 * PersonDetails.NAME_MAX);
    Integer birthYear = new PersonFields(fields, zone, clock).birthYear();
    fields.nothingElse();
    if (code.isPresent() == name.isPresent()) {
      return Answer.problem(
          Problem.field("MISSING_FIELD", "name", "either a code or a name is searched"));
    }
    WhoIsCalling who = persons.whoIsCalling();
    ContactId contact = contact(request);
    return answer(
        code.isPresent()
            ? who.byCode(contact, code.get(), request.session())
            : who.byName(contact, name.orElseThrow(), birthYear, request.session()));
  }

  private Answer link(ApiRequest request) {
    Fields fields = request.fields();
    PersonId person = new PersonId(fields.uuid("personId"));
    fields.nothingElse();
    return PersonRoutes.answer(
        persons.linkContact().link(contact(request), person, request.session()));
  }

  private Answer unlink(ApiRequest request) {
    return persons.linkContact().unlink(contact(request), request.session())
        ? Answer.noContent()
        : PersonRoutes.noPurpose();
  }

  private static ContactId contact(ApiRequest request) {
    return new ContactId(request.uuid("contactId"));
  }

  private static Answer answer(WhoResult result) {
    return switch (result) {
      case WhoResult.Found found -> Answer.ok(view(found));
      case WhoResult.NoPurpose _ -> PersonRoutes.noPurpose();
      case WhoResult.NothingToSearch _ ->
          Answer.problem(
              422, "NOTHING_TO_SEARCH", "a code is such as A4F7, a name has one to eight words");
    };
  }

  private static WhoView view(WhoResult.Found found) {
    FoundPerson linked = found.linked();
    return new WhoView(
        linked == null ? null : PersonView.FoundView.of(linked),
        found.found().stream().map(PersonView.FoundView::of).toList());
  }
}
